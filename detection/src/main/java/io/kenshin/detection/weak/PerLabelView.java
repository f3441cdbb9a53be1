package io.kenshin.detection.weak;

import io.kenshin.detection.representation.PrincipalComponents;
import java.util.Arrays;
import java.util.List;

/**
 * Evidence that looks at each label in each view by itself. Views are fused by the mean of the samples' ranks, because
 * no single layer shows every trigger and scores of different layers have no common scale.
 */
abstract class PerLabelView implements WeakScore {
    private static final int LEAST = 20;

    /** @param vectors of one label in one view, [sample][dimension] */
    abstract double[] score(double[][] vectors, long seed);

    @Override
    public final double[] scores(Population population) {
        double[] fused = new double[population.samples().size()];
        for (List<Integer> group : population.byLabel()) {
            for (int view = 0; view < population.views() && group.size() >= LEAST; view++) {
                int at = view;
                float[][] vectors = group.stream()
                        .map(i -> population.samples().get(i).views()[at])
                        .toArray(float[][]::new);
                double[] ranks = ranks(score(PrincipalComponents.widen(vectors), population.seed()));
                for (int i = 0; i < ranks.length; i++) {
                    fused[group.get(i)] += ranks[i] / population.views();
                }
            }
        }
        return fused;
    }

    /** Ranks between 0 and 1; ties share the mean rank. */
    static double[] ranks(double[] scores) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(scores[a], scores[b]));
        double[] ranks = new double[scores.length];
        for (int i = 0; i < order.length; ) {
            int j = i;
            while (j < order.length && scores[order[j]] == scores[order[i]]) {
                j++;
            }
            for (int k = i; k < j; k++) {
                ranks[order[k]] = (i + j - 1) / 2.0 / Math.max(1, order.length - 1);
            }
            i = j;
        }
        return ranks;
    }
}
