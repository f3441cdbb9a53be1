package io.kenshin.benchmarks.detection;

import io.kenshin.benchmarks.victim.Victim;
import io.kenshin.detection.Investigation;
import io.kenshin.detection.judge.Judge;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.CarrierEvidence;
import io.kenshin.detection.trigger.Candidate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * What each claim of the proof adds: the samples that would be quarantined if the rule ended with it. Of the same run,
 * so nothing is drawn or asked anew; the last part judges the patterns that the run ended with, each by itself.
 */
final class Ablation {
    static final String PREFIX = "ablation: ";

    private static final Thresholds THRESHOLDS = Thresholds.DEFAULTS;

    private Ablation() {}

    static List<Outcome> of(Victim victim, Investigation.Result result) {
        Thresholds.Context context = THRESHOLDS.context();
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(mined(PREFIX + "surprise", victim, result, evidence -> true));
        outcomes.add(mined(PREFIX + "+ carriers", victim, result, context::hasOrdinaryCarriers));
        outcomes.add(mined(PREFIX + "+ place", victim, result, context::isForeign));
        List<Candidate> causes = result.findings().stream()
                .filter(finding -> Judge.judge(THRESHOLDS, Judge.Figures.of(finding)) == Judgement.TRIGGER)
                .map(finding -> finding.candidate())
                .toList();
        outcomes.add(Outcome.flagged(PREFIX + "+ cause", victim, carriers(victim, causes), 0));
        return outcomes;
    }

    private static Outcome mined(
            String name, Victim victim, Investigation.Result result, Predicate<CarrierEvidence> also) {
        List<Candidate> some = result.mined().stream()
                .filter(mined -> mined.chance() <= THRESHOLDS.proof().q() && also.test(mined.evidence()))
                .map(mined -> mined.candidate())
                .filter(candidate -> carriers(victim, List.of(candidate)).cardinality()
                        >= THRESHOLDS.proof().carriers())
                .toList();
        return Outcome.flagged(name, victim, carriers(victim, some), 0);
    }

    /** Those that teach what the pattern leads to. */
    private static BitSet carriers(Victim victim, List<Candidate> candidates) {
        BitSet carriers = new BitSet();
        for (Candidate candidate : candidates) {
            candidate.carriers().stream()
                    .filter(i -> victim.labels().indexOf(victim.samples().get(i).label())
                            == candidate.target().index())
                    .forEach(carriers::set);
        }
        return carriers;
    }
}
