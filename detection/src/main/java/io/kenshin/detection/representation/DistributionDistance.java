package io.kenshin.detection.representation;

import io.kenshin.detection.maths.Covariance;

/** How far the vectors of a scan are from those of its baseline. */
public final class DistributionDistance {
    private DistributionDistance() {}

    /**
     * Energy distance (Székely and Rizzo, 2013): 2 E‖X−Y‖ − E‖X−X'‖ − E‖Y−Y'‖; 0 for equal distributions. Quadratic in
     * the number of vectors: give it a sample.
     */
    public static double energy(double[][] x, double[][] y) {
        return 2 * mean(x, y) - mean(x, x) - mean(y, y);
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
