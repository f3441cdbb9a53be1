package io.kenshin.detection.maths;

import java.util.Arrays;

/** What the order of scores says. */
public final class Ranks {
    private Ranks() {}

    /**
     * One standard error above an area under the ROC curve (Hanley and McNeil, 1982).
     *
     * @param positives how many positive scores it stands on
     * @param negatives how many others
     */
    public static double aucUpper(double auc, double positives, double negatives) {
        double q1 = auc / (2 - auc);
        double q2 = 2 * auc * auc / (1 + auc);
        double variance = (auc * (1 - auc) + (positives - 1) * (q1 - auc * auc) + (negatives - 1) * (q2 - auc * auc))
                / (Math.max(1, positives) * negatives);
        return auc + Math.sqrt(Math.max(0, variance));
    }

    /** Area under the ROC curve, by ranks (Mann and Whitney, 1947); ties count half. */
    public static double auc(double[] scores, boolean[] positive) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(scores[a], scores[b]));
        double ranks = 0;
        int positives = 0;
        for (int i = 0; i < order.length; ) {
            int j = i;
            while (j < order.length && scores[order[j]] == scores[order[i]]) {
                j++;
            }
            for (int k = i; k < j; k++) {
                if (positive[order[k]]) {
                    ranks += (i + j + 1) / 2.0;
                    positives++;
                }
            }
            i = j;
        }
        int negatives = scores.length - positives;
        return (ranks - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }
}
