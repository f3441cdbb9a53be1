package io.kenshin.detection.representation;

import io.kenshin.detection.maths.Covariance;
import java.util.Random;

/** How far the vectors of a scan are from those of its baseline. */
public final class DistributionDistance {
    private static final int PERMUTATIONS = 199;

    private DistributionDistance() {}

    /**
     * Energy distance (Székely and Rizzo, 2013): 2 E‖X−Y‖ − E‖X−X'‖ − E‖Y−Y'‖; 0 for equal distributions. Quadratic in
     * the number of vectors: give it a sample.
     */
    public static double energy(double[][] x, double[][] y) {
        return 2 * mean(x, y) - mean(x, x) - mean(y, y);
    }

    /**
     * Permutation test of the energy distance: the part of random divisions of both into groups of the same sizes that
     * lie at least as far apart, itself counted.
     *
     * @return between 1 / ({@value #PERMUTATIONS} + 1) and 1
     */
    public static double permutation(double[][] x, double[][] y, long seed) {
        int n = x.length + y.length;
        float[][] distance = new float[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double[] a = i < x.length ? x[i] : y[i - x.length];
                double[] b = j < x.length ? x[j] : y[j - x.length];
                distance[i][j] = (float) Math.sqrt(KMeans.distance(a, b));
                distance[j][i] = distance[i][j];
            }
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        double observed = energy(distance, order, x.length);
        Random random = new Random(seed);
        int asFar = 1;
        for (int round = 0; round < PERMUTATIONS; round++) {
            for (int i = n - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            asFar += energy(distance, order, x.length) >= observed - 1e-9 ? 1 : 0;
        }
        return (double) asFar / (PERMUTATIONS + 1);
    }

    private static double energy(float[][] distance, int[] order, int first) {
        double between = 0;
        double left = 0;
        double right = 0;
        for (int i = 0; i < order.length; i++) {
            float[] row = distance[order[i]];
            for (int j = 0; j < i; j++) {
                double d = row[order[j]];
                if (i < first) {
                    left += d;
                } else if (j >= first) {
                    right += d;
                } else {
                    between += d;
                }
            }
        }
        double n = first;
        double m = order.length - n;
        return 2 * between / (n * m) - 2 * left / (n * n) - 2 * right / (m * m);
    }

    private static double mean(double[][] x, double[][] y) {
        double sum = 0;
        for (double[] a : x) {
            for (double[] b : y) {
                sum += Math.sqrt(KMeans.distance(a, b));
            }
        }
        return sum / ((double) x.length * y.length);
    }

    /**
     * Fréchet distance between the normal distributions with the same means and, along the baseline's principal axes,
     * the same variances: exact when the two covariances share their axes, a lower cost than a matrix root otherwise.
     *
     * @param components number of axes of the baseline to compare along
     */
    public static double frechet(double[][] baseline, double[][] now, int components) {
        Covariance axes = Covariance.fit(baseline);
        int k = Math.min(components, axes.axes().length);
        double[] mean = new double[k];
        double[] variance = new double[k];
        for (double[] vector : now) {
            double[] along = axes.project(vector, k);
            for (int c = 0; c < k; c++) {
                mean[c] += along[c] / now.length;
                variance[c] += along[c] * along[c] / now.length;
            }
        }
        double distance = 0;
        for (int c = 0; c < k; c++) {
            double deviation = Math.sqrt(Math.max(0, variance[c] - mean[c] * mean[c]));
            double difference = deviation - Math.sqrt(axes.values()[c]);
            distance += mean[c] * mean[c] + difference * difference;
        }
        return distance;
    }
}
