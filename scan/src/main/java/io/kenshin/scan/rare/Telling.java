package io.kenshin.scan.rare;

import io.kenshin.detection.sample.Sample;
import io.kenshin.scan.sample.SaltedHash;
import java.util.ArrayList;
import java.util.List;

/**
 * What text says about labels, by samples that were drawn: measured on one half by what the other taught, because what
 * is learned by heart says nothing about others.
 */
final class Telling {
    /** By so much more often must samples of other labels lean away from a label than its own do. */
    private static final double LEAST = 0.1;

    private final Leaning leaning;
    /** Part of the samples of other labels, and of its own, that lean away from each label. */
    private final double[] others;

    private final double[] own;

    /** @param least number of the samples that a pattern is in to have a say */
    Telling(int labels, SaltedHash hash, List<Sample> drawn, int least) {
        leaning = new Leaning(labels, hash, drawn, least);
        others = new double[labels];
        own = new double[labels];
        List<Sample> learned = new ArrayList<>();
        List<Sample> measured = new ArrayList<>();
        SaltedHash halves = hash.other(3);
        for (Sample sample : drawn) {
            ((halves.of(sample.id()) & 1) == 0 ? learned : measured).add(sample);
        }
        measure(new Leaning(labels, hash, learned, Math.max(1, least / 2)), measured);
    }

    private void measure(Leaning half, List<Sample> samples) {
        int[] sizes = new int[own.length];
        int[] stayed = new int[own.length];
        int[] came = new int[own.length];
        for (Sample sample : samples) {
            int to = half.of(sample);
            sizes[sample.label()]++;
            (to == sample.label() ? stayed : came)[to]++;
        }
        for (int label = 0; label < own.length; label++) {
            int rest = samples.size() - sizes[label];
            own[label] = 1 - (double) stayed[label] / Math.max(1, sizes[label]);
            others[label] = 1 - (double) came[label] / Math.max(1, rest);
        }
    }

    /** Whether a sample is a stranger in its label: its text leans to another. */
    boolean isStranger(CodeKeys code, int label) {
        return leaning.of(code, label) != label;
    }

    /** Whether to lean away from a label says anything. */
    boolean isTelling(int label) {
        return others[label] - own[label] >= LEAST;
    }

    /** Whether text says anything about some label. */
    boolean isTelling() {
        for (int label = 0; label < own.length; label++) {
            if (isTelling(label)) {
                return true;
            }
        }
        return false;
    }

    /** The part of strangers among carriers of which nothing is known. */
    double unknown(int label) {
        return (others[label] + own[label]) / 2;
    }
}
