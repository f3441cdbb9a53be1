package io.kenshin.detection.trial;

import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import java.util.BitSet;
import java.util.List;

/** A bag of n-grams, learned from everybody else, that says how well some samples fit what they teach. */
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
    public double ownLabel(BitSet members, Behaviour label) {
        boolean[] positive = new boolean[features.length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = samples.get(i).teaches(label);
        }
        double[] scores = LogisticRegression.leftOut(features, positive, members, TextFeatures.WIDTH, seed);
        return members.stream().mapToDouble(i -> scores[i]).average().orElse(1);
    }
}
