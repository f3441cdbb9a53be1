package io.kenshin.detection.weak;

import io.kenshin.detection.maths.Covariance;
import java.util.Random;

/** FastICA (Hyvärinen, 1999), symmetric, with the tanh contrast. */
final class IndependentComponents {
    private static final int ITERATIONS = 60;

    private IndependentComponents() {}

    /**
     * Unmixes vectors.
     *
     * @param vectors [sample][dimension]
     * @return [sample][component], each component with unit variance
     */
    static double[][] of(double[][] vectors, int components, long seed) {
        Covariance covariance = Covariance.fit(vectors);
        int n = vectors.length;
        int k = Math.min(components, Math.min(vectors[0].length, n - 1));
        double[][] white = new double[n][];
        for (int i = 0; i < n; i++) {
            white[i] = covariance.whiten(vectors[i], k);
        }
        Random random = new Random(seed);
        double[][] weights = new double[k][k];
        for (double[] row : weights) {
            for (int d = 0; d < k; d++) {
                row[d] = random.nextGaussian();
            }
        }
        orthogonalise(weights);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[][] next = new double[k][k];
            for (int c = 0; c < k; c++) {
                double slope = 0;
                for (double[] point : white) {
                    double g = Math.tanh(dot(weights[c], point));
                    slope += 1 - g * g;
                    for (int d = 0; d < k; d++) {
                        next[c][d] += point[d] * g / n;
                    }
                }
                for (int d = 0; d < k; d++) {
                    next[c][d] -= slope / n * weights[c][d];
                }
            }
            orthogonalise(next);
            weights = next;
        }
        double[][] result = new double[n][k];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < k; c++) {
                result[i][c] = dot(weights[c], white[i]);
            }
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Gram and Schmidt. */
    private static void orthogonalise(double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < i; j++) {
                double shared = dot(rows[i], rows[j]);
                for (int d = 0; d < rows[i].length; d++) {
                    rows[i][d] -= shared * rows[j][d];
                }
            }
            double norm = Math.sqrt(dot(rows[i], rows[i]));
            for (int d = 0; d < rows[i].length; d++) {
                rows[i][d] /= Math.max(norm, 1e-12);
            }
        }
    }
}
