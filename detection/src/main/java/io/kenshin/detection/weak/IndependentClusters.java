package io.kenshin.detection.weak;

/**
 * Distance along independent components with heavy tails: a small group that shares one direction makes a component of
 * its own with high kurtosis, and its members lie far out on it (after the ICA step of activation clustering).
 */
public final class IndependentClusters extends PerLabelView {
    private static final int COMPONENTS = 12;

    @Override
    public String name() {
        return "independent-clusters";
    }

    @Override
    double[] score(double[][] vectors, long seed) {
        double[][] points = IndependentComponents.of(vectors, COMPONENTS, seed);
        int components = points[0].length;
        double[] scores = new double[points.length];
        for (int c = 0; c < components; c++) {
            double fourth = 0;
            double third = 0;
            for (double[] point : points) {
                fourth += Math.pow(point[c], 4) / points.length;
                third += Math.pow(point[c], 3) / points.length;
            }
            double weight = Math.max(0, fourth - 3);
            for (int i = 0; i < points.length; i++) {
                // The heavy tail is on the side of the skew.
                double out = Math.max(0, Math.signum(third) * points[i][c]);
                scores[i] = Math.max(scores[i], weight * out * out);
            }
        }
        return scores;
    }
}
