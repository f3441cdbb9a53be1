package io.kenshin.detection.labels;

import java.util.Arrays;

/**
 * Decision values, each with how many samples have the label there and how many have not. What is fitted to them is
 * smooth, so values that are nearly the same count as one: fitting takes the same time however many samples there are.
 *
 * @param score ascending
 * @param with samples that have the label
 * @param without samples that have another
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not shared
record Counted(double[] score, int[] with, int[] without) {
    private static final int MOST = 1_024;

    /** @param has which samples have the label, one for each value */
    static Counted of(double[] scores, boolean[] has) {
        double low = Arrays.stream(scores).min().orElse(0);
        double high = Arrays.stream(scores).max().orElse(0);
        double width = Math.max(1e-12, (high - low) / (MOST - 1));
        double[] sum = new double[MOST];
        int[] with = new int[MOST];
        int[] without = new int[MOST];
        for (int i = 0; i < scores.length; i++) {
            int at = (int) ((scores[i] - low) / width);
            sum[at] += scores[i];
            with[at] += has[i] ? 1 : 0;
            without[at] += has[i] ? 0 : 1;
        }
        int kept = 0;
        for (int at = 0; at < MOST; at++) {
            int count = with[at] + without[at];
            if (count > 0) {
                sum[kept] = sum[at] / count;
                with[kept] = with[at];
                without[kept] = without[at];
                kept++;
            }
        }
        return new Counted(Arrays.copyOf(sum, kept), Arrays.copyOf(with, kept), Arrays.copyOf(without, kept));
    }

    int size() {
        return score.length;
    }

    /** How many samples have the label. */
    int having() {
        return Arrays.stream(with).sum();
    }

    int samples() {
        return having() + Arrays.stream(without).sum();
    }
}
