package io.kenshin.benchmarks.experiment;

import io.kenshin.detection.maths.Ranks;
import io.kenshin.detection.representation.ClusterMetrics;

/**
 * How far some vectors lie apart from the others.
 *
 * @param silhouette between −1 and 1
 * @param auc area under the ROC curve of the projection on the difference of the means, each half scored with the
 *     means of the other; 0.5 where they cannot be told apart
 */
record Separability(double silhouette, double auc) {

    /** @param apart which vectors are the ones in question */
    static Separability of(double[][] vectors, boolean[] apart) {
        int[] cluster = new int[apart.length];
        for (int i = 0; i < apart.length; i++) {
            cluster[i] = apart[i] ? 1 : 0;
        }
        double[] scores = new double[apart.length];
        for (int half = 0; half < 2; half++) {
            double[] direction = direction(vectors, apart, 1 - half);
            for (int i = half; i < apart.length; i += 2) {
                for (int d = 0; d < direction.length; d++) {
                    scores[i] += direction[d] * vectors[i][d];
                }
            }
        }
        return new Separability(ClusterMetrics.silhouette(vectors, cluster, 1), Ranks.auc(scores, apart));
    }

    private static double[] direction(double[][] vectors, boolean[] apart, int half) {
        double[][] mean = new double[2][vectors[0].length];
        int[] count = new int[2];
        for (int i = half; i < apart.length; i += 2) {
            int group = apart[i] ? 1 : 0;
            count[group]++;
            for (int d = 0; d < mean[group].length; d++) {
                mean[group][d] += vectors[i][d];
            }
        }
        double[] direction = new double[mean[0].length];
        for (int d = 0; d < direction.length; d++) {
            direction[d] = mean[1][d] / Math.max(1, count[1]) - mean[0][d] / Math.max(1, count[0]);
        }
        return direction;
    }
}
