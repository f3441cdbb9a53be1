package io.kenshin.detection.projection;

import io.kenshin.detection.maths.Covariance;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A map of points: t-SNE (van der Maaten and Hinton, 2008) with Barnes–Hut repulsion (van der Maaten, 2014), begun from
 * the first two principal components (Kobak and Berens, 2019). The same input gives the same map, on any number of
 * cores. A map can be begun from an earlier one; it then stays recognisable.
 */
public final class TSne {
    private static final int EARLY = 250;
    private static final int LATE = 500;
    /** From an earlier map only what is new has to find its place. */
    private static final int AGAIN = 200;

    private static final double EXAGGERATION = 12;
    private static final double ANGLE = 0.5;
    private static final double START_SPREAD = 1e-4;
    private static final double LEAST_GAIN = 0.01;
    private static final int MOST_DIMENSIONS = 50;

    private final Affinities affinities;
    private final double[] x;
    private final double[] y;
    private final boolean again;

    private TSne(double[][] points, double perplexity, double @Nullable [][] start) {
        affinities = Affinities.of(points, perplexity);
        again = start != null;
        int n = points.length;
        x = new double[n];
        y = new double[n];
        double scale = start == null ? START_SPREAD / Math.max(1e-30, deviation(points)) : 1;
        for (int i = 0; i < n; i++) {
            double[] from = start == null ? points[i] : start[i];
            x[i] = from.length > 0 ? from[0] * scale : aside(i);
            y[i] = from.length > 1 ? from[1] * scale : aside(-i);
        }
    }

    /** A small place of a point's own, where its vectors give it none. */
    private static double aside(int i) {
        return START_SPREAD * (i * 0x9E3779B9) / Integer.MAX_VALUE;
    }

    /**
     * Draws a map.
     *
     * @param vectors [point][dimension], at least five
     * @param perplexity effective number of neighbours of a point; lowered for few points
     * @param start [point][x, y] of an earlier map, or null to begin anew
     * @return [point][x, y], around the origin
     */
    public static double[][] map(double[][] vectors, double perplexity, double @Nullable [][] start) {
        int n = vectors.length;
        if (n < 5) {
            throw new IllegalArgumentException("a map needs five points, not " + n);
        }
        Covariance covariance = Covariance.fit(vectors);
        int dimensions = Math.max(2, Math.min(MOST_DIMENSIONS, vectors[0].length));
        double[][] points = new double[n][];
        for (int i = 0; i < n; i++) {
            points[i] = covariance.project(vectors[i], Math.min(dimensions, vectors[0].length));
        }
        return new TSne(points, Math.min(perplexity, (n - 1) / 3.0), start).run();
    }

    private static double deviation(double[][] points) {
        double sum = 0;
        for (double[] point : points) {
            sum += point.length > 0 ? point[0] * point[0] : 0;
        }
        return Math.sqrt(sum / points.length);
    }

    private double[][] run() {
        int n = x.length;
        double[] velocityX = new double[n];
        double[] velocityY = new double[n];
        double[] gainX = new double[n];
        double[] gainY = new double[n];
        Arrays.fill(gainX, 1);
        Arrays.fill(gainY, 1);
        double rate = Math.max(50, n / EXAGGERATION / 4);
        int steps = again ? AGAIN : EARLY + LATE;
        for (int step = 0; step < steps; step++) {
            boolean early = !again && step < EARLY;
            double[][] gradient = gradient(early ? EXAGGERATION : 1, ANGLE);
            double momentum = early ? 0.5 : 0.8;
            move(x, velocityX, gainX, gradient[0], momentum, rate);
            move(y, velocityY, gainY, gradient[1], momentum, rate);
        }
        double[][] map = new double[n][];
        for (int i = 0; i < n; i++) {
            map[i] = new double[] {x[i], y[i]};
        }
        return map;
    }

    /** Gradient descent with momentum, and a gain of its own for every coordinate (Jacobs, 1988). */
    private static void move(
            double[] at, double[] velocity, double[] gain, double[] gradient, double momentum, double rate) {
        double mean = 0;
        for (int i = 0; i < at.length; i++) {
            boolean turned = velocity[i] * gradient[i] < 0;
            gain[i] = Math.max(LEAST_GAIN, turned ? gain[i] + 0.2 : gain[i] * 0.8);
            velocity[i] = momentum * velocity[i] - rate * gain[i] * gradient[i];
            at[i] += velocity[i];
            mean += at[i] / at.length;
        }
        for (int i = 0; i < at.length; i++) {
            at[i] -= mean;
        }
    }

    private double[][] gradient(double exaggeration, double angle) {
        int n = x.length;
        QuadTree tree = new QuadTree(x, y);
        double[][] repulsion = new double[n][3];
        IntStream.range(0, n).parallel().forEach(i -> tree.repulsion(i, angle, repulsion[i], QuadTree.stack()));
        double z = 0;
        for (double[] part : repulsion) {
            z += part[2];
        }
        double normalisation = z;
        double[][] gradient = new double[2][n];
        IntStream.range(0, n).parallel().forEach(i -> {
            double gx = 0;
            double gy = 0;
            int[] other = affinities.other()[i];
            double[] probability = affinities.probability()[i];
            for (int k = 0; k < other.length; k++) {
                double dx = x[i] - x[other[k]];
                double dy = y[i] - y[other[k]];
                double pull = exaggeration * probability[k] / (1 + dx * dx + dy * dy);
                gx += pull * dx;
                gy += pull * dy;
            }
            gradient[0][i] = 4 * (gx - repulsion[i][0] / normalisation);
            gradient[1][i] = 4 * (gy - repulsion[i][1] / normalisation);
        });
        return gradient;
    }

    /** Gradient of the map as given, for tests: [x or y][point]. */
    static double[][] gradient(double[][] points, double perplexity, double[][] map, double angle) {
        return new TSne(points, perplexity, map).gradient(1, angle);
    }

    static Affinities affinities(double[][] points, double perplexity) {
        return Affinities.of(points, perplexity);
    }
}
