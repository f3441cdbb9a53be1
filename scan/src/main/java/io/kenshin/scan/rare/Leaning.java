package io.kenshin.scan.rare;

import io.kenshin.detection.sample.Sample;
import io.kenshin.scan.sample.SaltedHash;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The label that the frequent patterns of a sample speak for (naive Bayes, labels equally likely before). What is rare,
 * a trigger for one, has no say: so carriers of a planted pattern lean to the label that they had, and carriers of a
 * natural one to the label that they have. Where text says nothing about labels, nor does this, and it says so.
 */
final class Leaning {
    /** Runs of up to so many tokens have a say. */
    private static final int LONGEST = 3;

    private static final int REMEMBERED = 1 << 16;
    /** By so much more often must other labels' samples lean away from a label than its own, for it to mean anything. */
    private static final double TELLING = 0.1;

    private final LabelCounts counts;
    private final int frequent;
    private final KeySet seen = new KeySet();
    private final long[] keys = new long[REMEMBERED];
    private final double[] @Nullable [] known = new double[REMEMBERED][];
    /** Part of the samples of other labels, and of its own, that lean away from each label. */
    private final double[] others;

    private final double[] own;

    /**
     * Measures how much text says.
     *
     * @param frequent least number of samples that a pattern is in to have a say
     * @param drawn samples of all labels
     */
    Leaning(LabelCounts counts, int frequent, SaltedHash hash, Iterable<Sample> drawn) {
        this.counts = counts;
        this.frequent = frequent;
        others = new double[counts.labels()];
        own = new double[counts.labels()];
        measure(new CodeKeys(hash), drawn);
    }

    private void measure(CodeKeys code, Iterable<Sample> drawn) {
        int[][] leaning = new int[own.length][own.length];
        for (Sample sample : drawn) {
            code.read(sample.source());
            leaning[sample.label()][of(code, sample.label())]++;
        }
        for (int label = 0; label < own.length; label++) {
            int ofLabel = 0;
            int stay = 0;
            int all = 0;
            int to = 0;
            for (int other = 0; other < own.length; other++) {
                int sum = Arrays.stream(leaning[other]).sum();
                all += sum;
                to += leaning[other][label];
                ofLabel = other == label ? sum : ofLabel;
                stay = other == label ? leaning[label][label] : stay;
            }
            own[label] = 1 - (double) stay / Math.max(1, ofLabel);
            others[label] = 1 - (double) (to - stay) / Math.max(1, all - ofLabel);
        }
    }

    /** The label that a sample leans to; its own when nothing speaks for another. */
    int of(CodeKeys code, int own) {
        double[] sums = new double[counts.labels()];
        seen.clear();
        // Names and literals as they are say most; names aside, code says what is left.
        for (int level = 0; level < 2; level++) {
            for (int at = 0; at < code.tokens(); at++) {
                addRuns(code, level, at, sums);
            }
        }
        int best = own;
        for (int label = 0; label < sums.length; label++) {
            best = sums[label] > sums[best] ? label : best;
        }
        return best;
    }

    /** Adds what the runs that begin at a position say; one that begins with a rare run is rare itself. */
    private void addRuns(CodeKeys code, int level, int at, double[] sums) {
        for (int length = 1; length <= LONGEST && at + length <= code.tokens(); length++) {
            long key = code.run(level, length, at);
            double[] weights = weights(key);
            if (weights == null) {
                return;
            }
            if (seen.add(key)) {
                for (int label = 0; label < sums.length; label++) {
                    sums[label] += weights[label];
                }
            }
        }
    }

    /** What a pattern says for each label; null when it is too rare to have a say. */
    private double @Nullable [] weights(long key) {
        int slot = (int) key & (REMEMBERED - 1);
        if (keys[slot] == key && known[slot] != null) {
            return known[slot];
        }
        int all = counts.all(key);
        if (all < frequent) {
            return null;
        }
        double[] weights = new double[counts.labels()];
        for (int label = 0; label < weights.length; label++) {
            double part = (counts.of(key, label) + 1.0) / (counts.share(label) * counts.all() + 2);
            weights[label] = Math.log(part);
        }
        keys[slot] = key;
        known[slot] = weights;
        return weights;
    }

    /** Whether leaning away from a label says anything. */
    boolean isTelling(int label) {
        return others[label] - own[label] >= TELLING;
    }

    boolean isTelling() {
        for (int label = 0; label < own.length; label++) {
            if (isTelling(label)) {
                return true;
            }
        }
        return false;
    }

    /** The part of carriers that would be expected to lean away from a label where that says nothing. */
    double unknown(int label) {
        return (others[label] + own[label]) / 2;
    }
}
