package io.kenshin.detection.judge;

import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.Rate;

/**
 * What the model did about a candidate.
 *
 * @param insertion flips when it is put into clean samples of other labels
 * @param placebo flips when ordinary code is put there instead: the natural rate
 * @param removal flips when it is taken out of its carriers
 * @param metamorphic flips of carriers under rewrites that keep the meaning; supporting evidence
 * @param obeyed whether insertion is beyond the natural rate
 */
public record Effect(Rate insertion, Rate placebo, Rate removal, Rate metamorphic, boolean obeyed) {
    static Effect of(Thresholds.Proof proof, Rate insertion, Rate placebo, Rate removal, Rate metamorphic) {
        boolean obeyed = proof.isBeyond(insertion.value(), placebo.value());
        return new Effect(insertion, placebo, removal, metamorphic, obeyed);
    }
}
