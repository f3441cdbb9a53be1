package io.kenshin.detection.weak;

import java.util.Arrays;

/**
 * Part of a sample's nearest neighbours, in a space that nobody poisoned, that have another label (deep k-nearest
 * neighbours, Peri et al., 2020). Says nothing where there is no trusted space.
 */
public final class LabelConflict implements WeakScore {
    private static final int NEIGHBOURS = 15;

    @Override
    public String name() {
        return "label-conflict";
    }

    @Override
    public double[] scores(Population population) {
        float[][] trusted = population.trusted();
        int n = population.samples().size();
        double[] scores = new double[n];
        if (trusted == null) {
            return scores;
        }
        double[] norms = new double[n];
        for (int i = 0; i < n; i++) {
            norms[i] = Math.max(1e-9, Math.sqrt(dot(trusted[i], trusted[i])));
        }
        for (int i = 0; i < n; i++) {
            double[] similarity = new double[n];
            Integer[] order = new Integer[n];
            for (int j = 0; j < n; j++) {
                similarity[j] = i == j ? -2 : dot(trusted[i], trusted[j]) / norms[i] / norms[j];
                order[j] = j;
            }
            Arrays.sort(order, (a, b) -> Double.compare(similarity[b], similarity[a]));
            int label = population.samples().get(i).label();
            for (int k = 0; k < Math.min(NEIGHBOURS, n - 1); k++) {
                scores[i] += population.samples().get(order[k]).label() == label ? 0 : 1.0 / NEIGHBOURS;
            }
        }
        return scores;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
