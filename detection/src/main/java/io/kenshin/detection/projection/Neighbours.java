package io.kenshin.detection.projection;

import java.util.stream.IntStream;

/**
 * The nearest neighbours of every point, found exactly.
 *
 * @param index [point][rank]: nearest first, without the point itself
 * @param distance squared Euclidean, as {@code index}
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Neighbours(int[][] index, double[][] distance) {

    static Neighbours of(double[][] points, int k) {
        int n = points.length;
        int[][] index = new int[n][];
        double[][] distance = new double[n][];
        IntStream.range(0, n).parallel().forEach(i -> {
            int[] nearest = new int[k];
            double[] near = new double[k];
            int size = 0;
            for (int j = 0; j < n; j++) {
                if (j == i) {
                    continue;
                }
                double bound = size < k ? Double.POSITIVE_INFINITY : near[k - 1];
                double d = squared(points[i], points[j], bound);
                if (d < bound) {
                    int at = size < k ? size++ : k - 1;
                    while (at > 0 && near[at - 1] > d) {
                        near[at] = near[at - 1];
                        nearest[at] = nearest[at - 1];
                        at--;
                    }
                    near[at] = d;
                    nearest[at] = j;
                }
            }
            index[i] = nearest;
            distance[i] = near;
        });
        return new Neighbours(index, distance);
    }

    /** Squared distance, or something beyond the bound as soon as it is known to be. */
    private static double squared(double[] a, double[] b, double bound) {
        double sum = 0;
        int d = 0;
        int dimension = a.length;
        while (d < dimension) {
            int end = Math.min(dimension, d + 8);
            for (; d < end; d++) {
                double difference = a[d] - b[d];
                sum += difference * difference;
            }
            if (sum > bound) {
                return sum;
            }
        }
        return sum;
    }
}
