package io.kenshin.detection.weak;

import io.kenshin.detection.maths.Covariance;

/** Squared Mahalanobis distance to the label's mean in its principal subspace (Lee et al., NeurIPS 2018). */
public final class Mahalanobis extends PerLabelView {
    private static final int COMPONENTS = 64;

    @Override
    public String name() {
        return "mahalanobis";
    }

    @Override
    double[] score(double[][] vectors, long seed) {
        Covariance covariance = Covariance.fit(vectors);
        double[] scores = new double[vectors.length];
        for (int i = 0; i < scores.length; i++) {
            for (double coordinate : covariance.whiten(vectors[i], Math.min(COMPONENTS, vectors.length / 4))) {
                scores[i] += coordinate * coordinate;
            }
        }
        return scores;
    }
}
