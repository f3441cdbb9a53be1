package io.kenshin.detection.judge;

import io.kenshin.detection.trial.CarrierEvidence;
import io.kenshin.detection.trial.Rate;
import io.kenshin.detection.trigger.Candidate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * A candidate with what the model did about it and what its carriers are without it.
 *
 * @param evidence what the carriers are without it
 * @param chance how many patterns with such carriers chance explains, see {@link Chance}
 * @param judgement what follows
 */
public record Finding(
        Candidate candidate, Effect effect, CarrierEvidence evidence, double chance, Judgement judgement) {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::judgement)
            .thenComparing(Comparator.comparingInt(
                            (Finding finding) -> finding.candidate().carriers().cardinality())
                    .reversed());

    public Rate insertion() {
        return effect.insertion();
    }

    public Rate placebo() {
        return effect.placebo();
    }

    public Rate removal() {
        return effect.removal();
    }

    public Rate metamorphic() {
        return effect.metamorphic();
    }

    /** The claim needs an effect and carriers that chance does not explain: the larger of both; else the latter. */
    public double p() {
        return isObeyed() ? Math.max(effect.p(), chance) : chance;
    }

    /** Whether the model obeys it, more or less; else it is proven by its carriers alone, see {@link CarrierProof}. */
    public boolean isObeyed() {
        return effect.obeyed();
    }

    public boolean isTrigger() {
        return judgement == Judgement.TRIGGER;
    }

    /** How much speaks for it, 0 to 1. */
    public double strength() {
        double shown = isObeyed() ? insertion().value() : 2 * (1 - evidence.oddity());
        return Math.max(0, Math.min(1, shown)) * (1 - p());
    }

    public Finding withJudgement(Judgement other) {
        return new Finding(candidate, effect, evidence, chance, other);
    }

    /** The same effect of a candidate that has got other carriers. */
    public Finding withCandidate(Candidate other, CarrierEvidence result, double howMany) {
        return new Finding(other, effect, result, howMany, judgement);
    }

    /** The proven ones first, each kind by its number of carriers. */
    public static List<Finding> inOrder(List<Finding> findings) {
        return findings.stream().sorted(ORDER).toList();
    }

    /** Carriers of the triggers among some findings. */
    public static BitSet explained(List<Finding> findings) {
        BitSet carriers = new BitSet();
        findings.stream()
                .filter(Finding::isTrigger)
                .forEach(finding -> carriers.or(finding.candidate().carriers()));
        return carriers;
    }
}
