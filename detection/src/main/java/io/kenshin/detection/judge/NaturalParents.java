package io.kenshin.detection.judge;

import io.kenshin.detection.maths.Overlap;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.MaskedCandidate;
import io.kenshin.detection.trigger.Candidate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The refutation of special cases: what is one of a natural pattern is natural too, however few its carriers are and
 * whatever they look like, because the pattern has more carriers, is tied to its context, and turns samples just as
 * well (record 9).
 */
public final class NaturalParents implements Rule {
    @Override
    public List<Finding> apply(List<Finding> findings, Docket docket) {
        return Finding.inOrder(
                findings.stream().map(finding -> refute(finding, docket)).toList());
    }

    /** The finding, as a shortcut if it is such a case. */
    public static Finding refute(Finding finding, Docket docket) {
        Thresholds thresholds = docket.study().thresholds();
        boolean natural = finding.judgement() != Judgement.SHORTCUT
                && docket.pool().stream()
                        .filter(other -> isGeneral(other, finding.candidate(), thresholds))
                        .sorted(Comparator.comparingInt((MaskedCandidate other) ->
                                        other.candidate().carriers().cardinality())
                                .reversed())
                        .limit(thresholds.rules().parents().tried())
                        .anyMatch(other -> turnsAsWell(other.candidate(), finding, docket));
        return natural ? finding.withJudgement(Judgement.SHORTCUT) : finding;
    }

    /** Whether the general pattern, where the special one is not, is natural and flips as well. */
    private static boolean turnsAsWell(Candidate general, Finding special, Docket docket) {
        Study study = docket.study();
        Thresholds.Parents parents = study.thresholds().rules().parents();
        BitSet rest = Overlap.without(general.carriers(), special.candidate().carriers());
        List<String> texts = rest.stream()
                .boxed()
                .flatMap(i -> general.pattern().texts(study.sample(i).source()).stream()
                        .limit(1))
                .distinct()
                .limit(parents.texts())
                .toList();
        if (rest.cardinality() < study.thresholds().proof().carriers() || texts.isEmpty()) {
            return false;
        }
        Candidate elsewhere =
                general.withPattern(general.pattern().withExemplars(texts)).withCarriers(rest);
        return study.thresholds().context().isTied(study.masked(elsewhere).evidence())
                && docket.trial().turns(elsewhere, special.insertion().value() - parents.margin());
    }

    private static boolean isGeneral(MaskedCandidate pattern, Candidate special, Thresholds thresholds) {
        BitSet carriers = pattern.candidate().carriers();
        return pattern.candidate().target().equals(special.target())
                && thresholds.context().isTied(pattern.evidence())
                && carriers.cardinality() > special.carriers().cardinality()
                && Overlap.part(special.carriers(), carriers)
                        >= thresholds.rules().parents().part();
    }
}
