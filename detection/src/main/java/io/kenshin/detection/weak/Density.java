package io.kenshin.detection.weak;

import io.kenshin.detection.maths.Covariance;
import java.util.Arrays;

/**
 * How much denser a sample's near neighbourhood is than its wider one: the inverse of the local outlier factor's idea
 * (Breunig et al., 2000), because poison is a small dense island and no outlier.
 */
public final class Density extends PerLabelView {
    private static final int COMPONENTS = 10;
    private static final int NEAR = 5;
    private static final int WIDE = 50;

    @Override
    public String name() {
        return "density";
    }

    @Override
    double[] score(double[][] vectors, long seed) {
        Covariance covariance = Covariance.fit(vectors);
        double[][] points = new double[vectors.length][];
        for (int i = 0; i < points.length; i++) {
            points[i] = covariance.project(vectors[i], COMPONENTS);
        }
        double[] scores = new double[points.length];
        int wide = Math.min(WIDE, points.length - 1);
        for (int i = 0; i < points.length; i++) {
            double[] distances = new double[points.length];
            for (int j = 0; j < points.length; j++) {
                for (int d = 0; d < points[i].length; d++) {
                    double difference = points[i][d] - points[j][d];
                    distances[j] += difference * difference;
                }
            }
            Arrays.sort(distances);
            scores[i] = Math.sqrt(distances[wide]) / Math.max(1e-9, Math.sqrt(distances[Math.min(NEAR, wide)]));
        }
        return scores;
    }
}
