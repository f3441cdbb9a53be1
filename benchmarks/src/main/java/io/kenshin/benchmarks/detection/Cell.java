package io.kenshin.benchmarks.detection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kenshin.benchmarks.victim.Case;
import io.kenshin.benchmarks.victim.Victim;
import java.util.Locale;

/**
 * A row of the report: one detector on one case.
 *
 * @param rate part of the training samples that are poisoned
 * @param attackSuccess part of held-out samples of other labels that the trigger turns
 * @param natural the same for the model that was trained on the same data without poison
 * @param healed whether the model was trained again without what Kenshin quarantined
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Cell(
        String family,
        double rate,
        long seed,
        String dataset,
        String split,
        boolean healed,
        int samples,
        int poisoned,
        double attackSuccess,
        double natural,
        double accuracy,
        @JsonUnwrapped Outcome outcome) {

    static Cell of(Case which, Victim victim, Outcome outcome) {
        return new Cell(
                which.family().name().toLowerCase(Locale.ROOT),
                which.rate(),
                which.seed(),
                which.dataset().name().toLowerCase(Locale.ROOT),
                Split.of(which).toString(),
                which.healed(),
                victim.samples().size(),
                victim.poisoned(),
                victim.facts().attackSuccess(),
                victim.facts().natural(),
                victim.facts().accuracy(),
                outcome);
    }

    /** Whether it is of a part of Kenshin's rule. */
    boolean ablation() {
        return outcome.detector().startsWith(Ablation.PREFIX);
    }

    boolean kenshin() {
        return outcome.detector().equals(KenshinDetector.NAME);
    }
}
