package io.kenshin.detection.representation;

import io.kenshin.detection.maths.Covariance;

/** Vectors along their first principal components. */
public final class PrincipalComponents {
    private PrincipalComponents() {}

    /**
     * Projects vectors on the components that they span.
     *
     * @param vectors [sample][dimension], at least two
     * @param components how many to keep, at most the dimension
     * @return [sample][component]
     */
    public static double[][] of(float[][] vectors, int components) {
        double[][] wide = widen(vectors);
        Covariance covariance = Covariance.fit(wide);
        double[][] points = new double[wide.length][];
        for (int i = 0; i < points.length; i++) {
            points[i] = covariance.project(wide[i], components);
        }
        return points;
    }

    public static double[][] widen(float[][] vectors) {
        double[][] wide = new double[vectors.length][];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = new double[vectors[i].length];
            for (int d = 0; d < wide[i].length; d++) {
                wide[i][d] = vectors[i][d];
            }
        }
        return wide;
    }
}
