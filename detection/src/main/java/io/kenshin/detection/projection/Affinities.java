package io.kenshin.detection.projection;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How likely two points are to be neighbours: joint probabilities of t-SNE, of near points only.
 *
 * @param other [point][entry]: the other point of a pair; each pair stands with both of its points
 * @param probability as {@code other}; all entries sum to 1
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Affinities(int[][] other, double[][] probability) {
    private static final int STEPS = 60;
    private static final double TOLERANCE = 1e-5;
    private static final double MOST_PRECISION = 1e100;

    /** @param perplexity effective number of neighbours; three times as many are looked at */
    static Affinities of(double[][] points, double perplexity) {
        int n = points.length;
        Neighbours near = Neighbours.of(points, (int) Math.min(n - 1, Math.round(3 * perplexity)));
        double[][] conditional = new double[n][];
        IntStream.range(0, n)
                .parallel()
                .forEach(i -> conditional[i] = conditional(near.distance()[i], Math.log(perplexity)));
        return symmetric(near.index(), conditional);
    }

    /** Gaussian weights whose entropy is the logarithm of the perplexity; the width is found by bisection. */
    private static double[] conditional(double[] distance, double entropy) {
        double[] p = new double[distance.length];
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double precision = 1 / Math.max(1 / MOST_PRECISION, distance[distance.length / 2]);
        for (int step = 0; step < STEPS; step++) {
            double sum = 0;
            double weighted = 0;
            for (int j = 0; j < p.length; j++) {
                double shifted = distance[j] - distance[0];
                p[j] = Math.exp(-shifted * precision);
                sum += p[j];
                weighted += shifted * p[j];
            }
            double difference = Math.log(sum) + precision * weighted / sum - entropy;
            for (int j = 0; j < p.length; j++) {
                p[j] /= sum;
            }
            if (Math.abs(difference) < TOLERANCE) {
                break;
            }
            if (difference > 0) {
                low = precision;
                precision = Double.isInfinite(high) ? Math.min(MOST_PRECISION, precision * 2) : (precision + high) / 2;
            } else {
                high = precision;
                precision = (precision + low) / 2;
            }
        }
        return p;
    }

    private static Affinities symmetric(int[][] index, double[][] conditional) {
        int n = index.length;
        double each = 1.0 / (2 * n);
        Map<Long, Double> joint = new HashMap<>();
        int[] degree = new int[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < index[i].length; k++) {
                int j = index[i][k];
                long pair = (long) Math.min(i, j) * n + Math.max(i, j);
                if (!joint.containsKey(pair)) {
                    degree[i]++;
                    degree[j]++;
                }
                joint.merge(pair, conditional[i][k] * each, Double::sum);
            }
        }
        int[][] other = new int[n][];
        double[][] probability = new double[n][];
        for (int i = 0; i < n; i++) {
            other[i] = new int[degree[i]];
            probability[i] = new double[degree[i]];
        }
        int[] filled = new int[n];
        long[] pairs = joint.keySet().stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(pairs);
        for (long pair : pairs) {
            int i = (int) (pair / n);
            int j = (int) (pair % n);
            double p = joint.getOrDefault(pair, 0.0);
            other[i][filled[i]] = j;
            probability[i][filled[i]++] = p;
            other[j][filled[j]] = i;
            probability[j][filled[j]++] = p;
        }
        return new Affinities(other, probability);
    }
}
