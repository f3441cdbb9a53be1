package io.kenshin.benchmarks.labels;

import io.kenshin.benchmarks.victim.DataSet;

/**
 * A measured case.
 *
 * @param rate part of the training samples whose label is wrong, 0 to 1
 * @param auc how well text predicts labels, out of fold
 * @param alarm whether the check says that there are more wrong labels than chance explains
 * @param check Kenshin's own check, for review
 * @param confident confident learning by its own rule
 * @param hindsight its self-confidence, cut where that is best with the truth at hand, at no more than 1 % innocents
 * @param seconds that the check took
 */
record LabelCase(
        DataSet dataset,
        Flips flips,
        double rate,
        long seed,
        double auc,
        boolean alarm,
        Found check,
        Found confident,
        Found hindsight,
        double seconds) {

    /**
     * What a detector takes for wrong.
     *
     * @param recall part of the wrong labels; 0 where there are none
     * @param innocents part of the right ones
     */
    record Found(double recall, double innocents) {}
}
