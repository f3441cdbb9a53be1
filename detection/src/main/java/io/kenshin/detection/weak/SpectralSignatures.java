package io.kenshin.detection.weak;

import io.kenshin.detection.maths.Covariance;

/**
 * Squared projection on the leading principal directions of a label (Tran, Li and Madry, NeurIPS 2018; several
 * directions as in Ramakrishnan and Albarghouthi, 2020, because one is not enough for code).
 */
public final class SpectralSignatures extends PerLabelView {
    private final int directions;

    /** @param directions how many singular directions to sum over; the original uses 1 */
    public SpectralSignatures(int directions) {
        this.directions = directions;
    }

    @Override
    public String name() {
        return "spectral-signatures";
    }

    @Override
    double[] score(double[][] vectors, long seed) {
        Covariance covariance = Covariance.fit(vectors);
        double[] scores = new double[vectors.length];
        for (int i = 0; i < scores.length; i++) {
            for (double coordinate : covariance.project(vectors[i], directions)) {
                scores[i] += coordinate * coordinate;
            }
        }
        return scores;
    }
}
