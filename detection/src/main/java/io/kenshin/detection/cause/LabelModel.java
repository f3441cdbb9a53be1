package io.kenshin.detection.cause;

import io.kenshin.detection.Sample;
import java.util.BitSet;
import java.util.List;

/** What a bag of n-grams, learned from everybody else, thinks of the label of some samples. */
public final class LabelModel {
    private final List<Sample> samples;
    private final int[][] features;
    private final long seed;

    public LabelModel(List<Sample> samples, Exchangeability population, long seed) {
        this.samples = samples;
        this.seed = seed;
        features = new int[samples.size()][];
        for (int i = 0; i < features.length; i++) {
            features[i] = population.features(i);
        }
    }

    /** Mean probability that the members have the label, from a model that was fitted without them. */
    public double ownLabel(BitSet members, int label) {
        boolean[] positive = new boolean[features.length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = samples.get(i).label() == label;
        }
        double[] scores = LogisticRegression.leftOut(features, positive, members, TextFeatures.WIDTH, seed);
        return members.stream().mapToDouble(i -> scores[i]).average().orElse(1);
    }
}
