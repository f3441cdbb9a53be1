package io.kenshin.detection.judge;

import io.kenshin.detection.trial.Exchangeability;
import io.kenshin.detection.trial.Rate;
import io.kenshin.detection.trigger.Candidate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * A candidate with what the model did about it and what its carriers are without it.
 *
 * @param exchangeability what the carriers are without it
 * @param p the claim needs insertion beyond the natural rate and exchangeability, so this is the larger of their
 *     p-values
 * @param judgement what follows
 */
public record Finding(
        Candidate candidate, Effect effect, Exchangeability.Result exchangeability, double p, Judgement judgement) {
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

    /** Whether the model obeys it, more or less; else it is proven by its carriers alone, see {@link CarrierProof}. */
    public boolean isObeyed() {
        return effect.obeyed();
    }

    public boolean isTrigger() {
        return judgement == Judgement.TRIGGER;
    }

    /** How much speaks for it, 0 to 1. */
    public double strength() {
        double shown = isObeyed() ? insertion().value() * removal().value() : Math.min(1, 2 * exchangeability.gap());
        return shown * (1 - p);
    }

    public Finding withJudgement(Judgement other) {
        return new Finding(candidate, effect, exchangeability, p, other);
    }

    /** The same effect of a candidate that has got other carriers. */
    public Finding withCandidate(Candidate other, Exchangeability.Result result) {
        return new Finding(other, effect, result, p, judgement);
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
