package io.kenshin.detection;

import io.kenshin.detection.CandidatePool.Screened;
import io.kenshin.detection.cause.Exchangeability;
import io.kenshin.detection.maths.Tests;
import io.kenshin.detection.trigger.Candidate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Poison that the model has not learned, or not yet: there is no effect to prove, but the samples are poison all the same.
 * They share a pattern and a label, and without the pattern they are code of other labels, more plainly than any natural
 * pattern comes to be by chance. The model is not asked.
 */
final class Relabelled {
    /** The least part of the carriers that has the one label: nothing else tells the innocent ones apart. */
    private static final double PURITY = 0.95;
    /** Natural flaws of few carriers were seen down to 0.75. */
    private static final double OTHER_AUC_UPPER = 0.70;

    private static final double GAP = 0.25;

    private final List<Sample> samples;
    private final Exchangeability exchangeability;
    private final InvestigationSettings settings;

    Relabelled(InvestigationSettings settings, List<Sample> samples, Exchangeability exchangeability) {
        this.settings = settings;
        this.samples = samples;
        this.exchangeability = exchangeability;
    }

    /**
     * The longest patterns first, each with the carriers that none before it explains.
     *
     * @param pool candidates of the labels; those of clusters are left to the model, which drew the clusters
     * @param explained carriers that nothing more is asked about
     */
    List<Screened> find(List<Screened> pool, BitSet explained) {
        List<Screened> plain = new ArrayList<>();
        for (Screened screened : pool) {
            if (isPlain(screened)) {
                plain.add(Screened.of(screened.candidate(), exchangeability, Examination.PERMUTATIONS));
            }
        }
        plain = discovered(plain, pool.size());
        plain.sort(Comparator.comparingInt((Screened screened) ->
                        -screened.candidate().pattern().tokens().size())
                .thenComparing(screened -> -screened.exchange().gap()));
        BitSet known = (BitSet) explained.clone();
        List<Screened> found = new ArrayList<>();
        for (Screened screened : plain) {
            Screened rest = screened.without(known, exchangeability, Examination.PERMUTATIONS);
            // What a longer pattern leaves of a shorter one may be the innocent part of its carriers.
            if (rest == screened
                    || (labelled(rest.candidate()) >= Judge.LEAST_CARRIERS
                            && Judge.isForeign(settings, rest.exchange()))) {
                found.add(rest);
                known.or(rest.candidate().carriers());
            }
        }
        return found;
    }

    private boolean isPlain(Screened screened) {
        Candidate candidate = screened.candidate();
        long labelled = labelled(candidate);
        return labelled >= Judge.LEAST_CARRIERS
                && labelled >= PURITY * candidate.carriers().cardinality()
                && candidate.origin().equals(Candidate.OF_LABEL)
                && screened.exchange().gap() >= GAP
                && screened.exchange().otherAucUpper() <= OTHER_AUC_UPPER;
    }

    private long labelled(Candidate candidate) {
        return candidate.carriers().stream()
                .filter(i -> samples.get(i).label() == candidate.target())
                .count();
    }

    /** What many patterns do not explain (Benjamini and Hochberg, 1995). */
    private List<Screened> discovered(List<Screened> plain, int tested) {
        double[] p =
                plain.stream().mapToDouble(screened -> screened.exchange().p()).toArray();
        boolean[] discovered = Tests.benjaminiHochberg(p, tested, settings.q());
        List<Screened> kept = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            if (discovered[i]) {
                kept.add(plain.get(i));
            }
        }
        return kept;
    }
}
