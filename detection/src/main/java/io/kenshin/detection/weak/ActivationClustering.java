package io.kenshin.detection.weak;

import io.kenshin.detection.maths.Covariance;
import io.kenshin.detection.representation.ClusterMetrics;
import io.kenshin.detection.representation.KMeans;

/**
 * Activation clustering (Chen et al., 2018): each label is cut in two in its first principal components, as
 * IBM's Adversarial Robustness Toolbox does by default; members of the smaller part are suspects, the more the better
 * the two are separated.
 */
public final class ActivationClustering extends PerLabelView {
    private static final int COMPONENTS = 10;

    @Override
    public String name() {
        return "activation-clustering";
    }

    @Override
    double[] score(double[][] vectors, long seed) {
        Covariance covariance = Covariance.fit(vectors);
        double[][] points = new double[vectors.length][];
        for (int i = 0; i < points.length; i++) {
            points[i] = covariance.project(vectors[i], COMPONENTS);
        }
        int[] assigned = KMeans.fit(points, 2, seed);
        int inFirst = 0;
        for (int cluster : assigned) {
            inFirst += cluster == 0 ? 1 : 0;
        }
        int smaller = 2 * inFirst <= assigned.length ? 0 : 1;
        double separation = ClusterMetrics.silhouette(points, assigned, seed);
        double[] scores = new double[points.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = assigned[i] == smaller ? separation : 0;
        }
        return scores;
    }
}
