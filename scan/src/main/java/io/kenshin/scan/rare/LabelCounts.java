package io.kenshin.scan.rare;

import org.jspecify.annotations.Nullable;

/** In how many samples of each label, and in how many of all, each key occurs. */
final class LabelCounts {
    /** So much of an estimate is taken for noise: nine of ten keys have no more of it. */
    private static final double QUIET = 0.9;

    private final long[] samples;
    private final CountSketch byLabel;
    /** With two labels the sum of both is as good; with many, the noise of each would add up. */
    private final @Nullable CountSketch inAll;

    private int noise;

    /** @param bytes about how much memory the counts take */
    LabelCounts(int labels, long bytes) {
        samples = new long[labels];
        boolean sum = labels <= 2;
        byLabel = new CountSketch(sum ? bytes : bytes / 2, labels);
        inAll = sum ? null : new CountSketch(bytes / 2, 1);
    }

    int labels() {
        return samples.length;
    }

    void addSample(int label) {
        samples[label]++;
    }

    /** Counts a key that occurs in a sample, once for each sample. */
    void add(long key, int label) {
        byLabel.add(key, label);
        if (inAll != null) {
            inAll.add(key, 0);
        }
    }

    /** Nothing is added any more: how noisy the counts are is measured. */
    void close() {
        noise = (inAll == null ? byLabel : inAll).noise(QUIET);
    }

    /** Samples of a label that hold the key, or more. */
    int of(long key, int label) {
        return byLabel.estimate(key, label);
    }

    /** Samples that hold the key, or more. */
    int all(long key) {
        if (inAll != null) {
            return inAll.estimate(key, 0);
        }
        int sum = 0;
        for (int label = 0; label < samples.length; label++) {
            sum += byLabel.estimate(key, label);
        }
        return sum;
    }

    /** By how much the count of the other labels of a key may be too large. */
    int noise() {
        return noise;
    }

    /** Part of all samples that have the label. */
    double share(int label) {
        return (double) samples[label] / Math.max(1, all());
    }

    long all() {
        long all = 0;
        for (long count : samples) {
            all += count;
        }
        return all;
    }

    /** About how many pairs of a key and a label have so many samples or more. */
    long frequent(int least) {
        return Math.max(1, byLabel.cells(least));
    }
}
