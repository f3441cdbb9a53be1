package io.kenshin.detection;

import io.kenshin.detection.CandidatePool.Screened;
import io.kenshin.detection.Finding.Judgement;
import io.kenshin.detection.maths.Overlap;
import io.kenshin.detection.trigger.Candidate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * What is a special case of a natural pattern is natural too, however few its carriers are and whatever they look
 * like: the pattern has more carriers, is tied to its context, and turns samples just as well.
 */
final class SpecialCases {
    /** Part of a special case's carriers that carry the general pattern too. */
    private static final double SPECIAL = 0.7;
    /** How much less often the general pattern may flip. */
    private static final double AS_WELL = 0.15;
    /** General patterns that are tried, those with the most carriers. */
    private static final int PARENTS = 3;

    private static final int TEXTS = 40;

    private SpecialCases() {}

    /** The finding, as a shortcut if it is such a case. */
    static Finding refute(Finding finding, List<Screened> pool, List<Sample> samples, Examination examination) {
        boolean natural = finding.judgement() != Judgement.SHORTCUT
                && pool.stream()
                        .filter(other -> isGeneral(other, finding.candidate()))
                        .sorted(Comparator.comparingInt((Screened other) ->
                                        other.candidate().carriers().cardinality())
                                .reversed())
                        .limit(PARENTS)
                        .anyMatch(other -> turnsAsWell(other.candidate(), finding, samples, examination));
        return natural ? finding.judged(Judgement.SHORTCUT) : finding;
    }

    /** Whether the general pattern, where the special one is not, is natural and flips as well. */
    private static boolean turnsAsWell(
            Candidate general, Finding special, List<Sample> samples, Examination examination) {
        BitSet rest = Overlap.without(general.carriers(), special.candidate().carriers());
        List<String> texts = rest.stream()
                .boxed()
                .flatMap(i ->
                        general.pattern().texts(samples.get(i).code()).stream().limit(1))
                .distinct()
                .limit(TEXTS)
                .toList();
        if (rest.cardinality() < Judge.LEAST_CARRIERS || texts.isEmpty()) {
            return false;
        }
        Candidate elsewhere = general.as(general.pattern().withExemplars(texts)).only(rest);
        return examination.otherAuc(elsewhere) >= Judge.NATURAL_AUC
                && examination.turns(elsewhere, special.insertion().value() - AS_WELL);
    }

    private static boolean isGeneral(Screened pattern, Candidate special) {
        return pattern.candidate().target() == special.target()
                && pattern.exchange().otherAuc() >= Judge.NATURAL_AUC
                && pattern.candidate().carriers().cardinality()
                        > special.carriers().cardinality()
                && Overlap.part(special.carriers(), pattern.candidate().carriers()) >= SPECIAL;
    }
}
