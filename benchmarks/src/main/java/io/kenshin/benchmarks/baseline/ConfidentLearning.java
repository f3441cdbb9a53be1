package io.kenshin.benchmarks.baseline;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.labels.OutOfFold;
import io.kenshin.detection.trial.TextFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Confident learning (Northcutt, Jiang and Chuang, 2021), as cleanlab has it: a label's threshold is the mean
 * probability of those who have it, the confident joint counts who is beyond another label's, and as many samples as it
 * says are pruned from each cell, those with the greatest margin first ("prune by noise rate"). It gets the out-of-fold
 * model that Kenshin's own label check has, so what differs is the rule.
 */
public final class ConfidentLearning {
    private final int[] label;
    private final int labels;
    private final double[][] probability;

    /**
     * Fits the out-of-fold model.
     *
     * @param label of each code, 0 to {@code labels} − 1
     */
    public ConfidentLearning(List<String> codes, int[] label, int labels, long seed) {
        this(probabilities(codes, label, labels, seed), label, labels);
    }

    /** @param probability of each label for each sample, [sample][label], from a model that did not see the sample */
    ConfidentLearning(double[][] probability, int[] label, int labels) {
        this.label = label;
        this.labels = labels;
        this.probability = probability;
    }

    private static double[][] probabilities(List<String> codes, int[] label, int labels, long seed) {
        int[][] features = codes.parallelStream()
                .map(code -> TextFeatures.of(Code.of(code)))
                .toArray(int[][]::new);
        OutOfFold model = new OutOfFold(features, label, labels, seed);
        double[][] probability = new double[label.length][labels];
        for (int i = 0; i < label.length; i++) {
            for (int of = 0; of < labels; of++) {
                probability[i][of] = 1 / (1 + Math.exp(-model.scores(of)[i]));
            }
            double all = Arrays.stream(probability[i]).sum();
            for (int of = 0; of < labels; of++) {
                probability[i][of] /= all;
            }
        }
        return probability;
    }

    /** Samples whose label is an issue by its own rule. */
    public BitSet issues() {
        double[][] joint = joint();
        BitSet issues = new BitSet();
        for (int has = 0; has < labels; has++) {
            for (int should = 0; should < labels; should++) {
                if (has != should) {
                    prune(has, should, (int) Math.round(joint[has][should]), issues);
                }
            }
        }
        return issues;
    }

    private void prune(int has, int should, int most, BitSet issues) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < label.length; i++) {
            if (label[i] == has) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble((Integer i) -> probability[i][has] - probability[i][should]));
        // A label that the model itself gives is no issue, however many the joint asks for.
        order.stream().limit(most).filter(i -> predicted(i) != has).forEach(issues::set);
    }

    private int predicted(int sample) {
        double[] of = probability[sample];
        return IntStream.range(0, labels)
                .boxed()
                .max(Comparator.comparingDouble(one -> of[one]))
                .orElseThrow();
    }

    /** Counts of samples that have one label and are confidently of another, scaled to the counts of labels. */
    private double[][] joint() {
        double[] threshold = new double[labels];
        int[] count = new int[labels];
        for (int i = 0; i < label.length; i++) {
            threshold[label[i]] += probability[i][label[i]];
            count[label[i]]++;
        }
        for (int of = 0; of < labels; of++) {
            threshold[of] = count[of] == 0 ? 1 : threshold[of] / count[of];
        }
        double[][] joint = new double[labels][labels];
        for (int i = 0; i < label.length; i++) {
            int best = -1;
            for (int of = 0; of < labels; of++) {
                boolean confident = probability[i][of] >= threshold[of];
                if (confident && (best < 0 || probability[i][of] > probability[i][best])) {
                    best = of;
                }
            }
            if (best >= 0) {
                joint[label[i]][best]++;
            }
        }
        for (int has = 0; has < labels; has++) {
            double all = Math.max(1, Arrays.stream(joint[has]).sum());
            for (int should = 0; should < labels; should++) {
                joint[has][should] *= count[has] / all;
            }
        }
        return joint;
    }

    /** How little each sample's own label is believed: cleanlab's order by self-confidence, as a score. */
    public double[] doubts() {
        return IntStream.range(0, label.length)
                .mapToDouble(i -> 1 - probability[i][label[i]])
                .toArray();
    }
}
