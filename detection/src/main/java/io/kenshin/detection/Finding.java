package io.kenshin.detection;

import io.kenshin.detection.cause.Exchangeability;
import io.kenshin.detection.cause.TriggerTrial.Rate;
import io.kenshin.detection.trigger.Candidate;

/**
 * A candidate with what the model did about it.
 *
 * @param insertion flips when it is put into clean samples of other labels
 * @param placebo flips when ordinary code is put there instead: the natural rate
 * @param removal flips when it is taken out of its carriers
 * @param exchangeability what the carriers are without it
 * @param metamorphic flips of carriers under rewrites that keep the meaning; supporting evidence
 * @param p the claim needs insertion beyond the natural rate and exchangeability, so this is the larger of their
 *     p-values
 * @param judgement what follows
 */
public record Finding(
        Candidate candidate,
        Rate insertion,
        Rate placebo,
        Rate removal,
        Exchangeability.Result exchangeability,
        Rate metamorphic,
        double p,
        Judgement judgement) {

    /** What a candidate turned out to be. */
    public enum Judgement {
        /** A planted trigger: proof by cause, or by its carriers where the model has not learned it. */
        TRIGGER,
        /** It flips the model and is nearly exchangeable, but the proof is incomplete: people should look. */
        SUSPECT,
        /** A natural pattern of the task that the model leans on. */
        SHORTCUT
    }

    /** Whether the model obeys it, more or less; else it is proven by its carriers alone, see {@link Relabelled}. */
    public boolean turns() {
        return insertion.value() >= placebo.value() + Judge.BEYOND;
    }

    /** How much speaks for it, 0 to 1. */
    public double strength() {
        double effect = turns() ? insertion.value() * removal.value() : Math.min(1, 2 * exchangeability.gap());
        return effect * (1 - p);
    }

    Finding judged(Judgement other) {
        return new Finding(candidate, insertion, placebo, removal, exchangeability, metamorphic, p, other);
    }

    Finding with(Candidate other, Exchangeability.Result result) {
        return new Finding(other, insertion, placebo, removal, result, metamorphic, p, judgement);
    }
}
