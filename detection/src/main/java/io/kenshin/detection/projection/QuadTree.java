package io.kenshin.detection.projection;

import java.util.Arrays;

/** Points of the plane in nested squares, each with its number of points and their centre (Barnes and Hut, 1986). */
final class QuadTree {
    private static final int DEEPEST = 40;
    private static final double MARGIN = 1e-9;

    private final double[] x;
    private final double[] y;
    private int[] child = new int[1_024];
    private int[] count = new int[256];
    private double[] centreX = new double[256];
    private double[] centreY = new double[256];
    private double[] size = new double[256];
    private int nodes;

    QuadTree(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        double minX = Arrays.stream(x).min().orElse(0);
        double maxX = Arrays.stream(x).max().orElse(0);
        double minY = Arrays.stream(y).min().orElse(0);
        double maxY = Arrays.stream(y).max().orElse(0);
        double side = Math.max(maxX - minX, maxY - minY) + MARGIN;
        int[] points = new int[x.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = i;
        }
        build(points, 0, points.length, minX, minY, side, 0);
    }

    /** Builds the node of some points; their order in the array becomes that of the quadrants. */
    private int build(int[] points, int from, int to, double left, double bottom, double side, int depth) {
        int node = nodes++;
        if (node == count.length) {
            child = Arrays.copyOf(child, 8 * node);
            count = Arrays.copyOf(count, 2 * node);
            centreX = Arrays.copyOf(centreX, 2 * node);
            centreY = Arrays.copyOf(centreY, 2 * node);
            size = Arrays.copyOf(size, 2 * node);
        }
        double sumX = 0;
        double sumY = 0;
        for (int i = from; i < to; i++) {
            sumX += x[points[i]];
            sumY += y[points[i]];
        }
        count[node] = to - from;
        centreX[node] = sumX / (to - from);
        centreY[node] = sumY / (to - from);
        size[node] = side * side;
        Arrays.fill(child, 4 * node, 4 * node + 4, -1);
        if (to - from == 1 || depth == DEEPEST) {
            size[node] = 0;
            return node;
        }
        double half = side / 2;
        double middleX = left + half;
        double middleY = bottom + half;
        int split = partition(points, from, to, y, middleY);
        int lower = partition(points, from, split, x, middleX);
        int upper = partition(points, split, to, x, middleX);
        int[] bounds = {from, lower, split, upper, to};
        for (int quadrant = 0; quadrant < 4; quadrant++) {
            if (bounds[quadrant + 1] > bounds[quadrant]) {
                // The arrays may grow below: the child is stored when it is there.
                int made = build(
                        points,
                        bounds[quadrant],
                        bounds[quadrant + 1],
                        quadrant % 2 == 0 ? left : middleX,
                        quadrant < 2 ? bottom : middleY,
                        half,
                        depth + 1);
                child[4 * node + quadrant] = made;
            }
        }
        return node;
    }

    private static int partition(int[] points, int from, int to, double[] along, double middle) {
        int end = from;
        for (int i = from; i < to; i++) {
            if (along[points[i]] < middle) {
                int swap = points[end];
                points[end++] = points[i];
                points[i] = swap;
            }
        }
        return end;
    }

    /**
     * Adds up what pushes a point away.
     *
     * @param angle side of a square by its distance, up to which its points count as one
     * @param result receives x, y of the force and the point's part of the normalisation
     * @param stack scratch space
     */
    void repulsion(int point, double angle, double[] result, int[] stack) {
        double px = x[point];
        double py = y[point];
        double limit = angle * angle;
        double fx = 0;
        double fy = 0;
        double z = 0;
        int top = 0;
        stack[top++] = 0;
        while (top > 0) {
            int node = stack[--top];
            double dx = px - centreX[node];
            double dy = py - centreY[node];
            double distance = dx * dx + dy * dy;
            if (size[node] <= limit * distance || size[node] == 0) {
                double q = 1 / (1 + distance);
                double weight = count[node] * q;
                z += weight;
                fx += weight * q * dx;
                fy += weight * q * dy;
            } else {
                for (int quadrant = 4 * node; quadrant < 4 * node + 4; quadrant++) {
                    if (child[quadrant] >= 0) {
                        stack[top++] = child[quadrant];
                    }
                }
            }
        }
        result[0] = fx;
        result[1] = fy;
        // The point itself was counted: at no distance, with weight one and no force.
        result[2] = z - 1;
    }

    /** A stack that {@link #repulsion} never overflows. */
    static int[] stack() {
        return new int[4 * DEEPEST + 8];
    }
}
