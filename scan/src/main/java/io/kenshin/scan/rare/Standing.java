package io.kenshin.scan.rare;

import io.kenshin.detection.trigger.mine.TriggerMiner;

/**
 * Counts of a pattern, and what its label would be expected to have of them.
 *
 * @param label the one that most of its carriers have
 * @param own carriers of that label
 * @param rest carriers of other labels
 * @param expected part of the carriers that would have the label if the pattern said nothing about it that what it is a
 *     special case of does not say, 0 to 1
 * @param surprise the log-likelihood ratio G² against the expected part (Dunning, 1993), 0 when there are no more than
 *     expected. For carriers that have nothing else in common, the probability of so many of the label is at most
 *     exp(−G²/2): the bound of Chernoff and Hoeffding
 */
record Standing(int label, double own, double rest, double expected, double surprise) {
    /** With fewer carriers nothing is proven, so nothing need be noticed. */
    static final int LEAST = 8;

    /** Too rare to be told apart from noise. */
    static final Standing NONE = new Standing(0, 0, 0, 1, 0);

    static Standing of(int label, double own, double rest, double expected) {
        double all = own + rest;
        boolean more = own > expected * all;
        double surprise = more ? 2 * (term(own, all * expected) + term(rest, all * (1 - expected))) : 0;
        return new Standing(label, own, rest, expected, surprise);
    }

    private static double term(double observed, double expected) {
        return observed <= 0 ? 0 : observed * Math.log(observed / Math.max(1e-9, expected));
    }

    double carriers() {
        return own + rest;
    }

    double purity() {
        return own / Math.max(1, carriers());
    }

    /** Whether it is worth a look: nearly all its carriers have one label, and that is no chance. */
    boolean isSurprising(double least) {
        return surprise >= least && own >= LEAST && purity() >= TriggerMiner.PURITY;
    }

    /** So many carriers of the label alone are the least that reach a surprise. */
    static int least(double surprise, double share) {
        return share >= 1 ? Integer.MAX_VALUE : (int) Math.ceil(Math.max(LEAST, surprise / (-2 * Math.log(share))));
    }

    /** The same with part of the carriers, when the others say nothing new. */
    Standing scaled(double part) {
        return of(label, own * part, rest * part, expected);
    }
}
