package io.kenshin.detection.judge;

import io.kenshin.detection.maths.Significance;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.Rate;

/**
 * What the model did about a candidate.
 *
 * @param insertion flips when it is put into clean samples of other labels
 * @param placebo flips when ordinary code is put there instead: the natural rate
 * @param removal flips when it is taken out of its carriers
 * @param sham flips when something else is taken out of them
 * @param metamorphic flips of carriers under rewrites that keep the meaning; supporting evidence
 * @param believed part of the samples of other labels that the model gives another label: what removal can reach
 * @param obeyed whether insertion is beyond the natural rate
 * @param p probability of so many more flips than ordinary code makes, by chance
 */
public record Effect(
        Rate insertion,
        Rate placebo,
        Rate removal,
        Rate sham,
        Rate metamorphic,
        double believed,
        boolean obeyed,
        double p) {
    /** @param looks how often hosts were tried: a second look counts */
    Effect again(Thresholds.Proof proof, Rate moreInsertion, Rate morePlacebo, int looks) {
        return of(proof, moreInsertion, morePlacebo, removal, believed, looks)
                .withSham(sham)
                .withMetamorphic(metamorphic);
    }

    Effect withMetamorphic(Rate rewritten) {
        return new Effect(insertion, placebo, removal, sham, rewritten, believed, obeyed, p);
    }

    Effect withSham(Rate other) {
        return new Effect(insertion, placebo, removal, other, metamorphic, believed, obeyed, p);
    }

    static Effect of(Thresholds.Proof proof, Rate insertion, Rate placebo, Rate removal, double believed, int looks) {
        boolean obeyed = proof.isBeyond(insertion.value(), placebo.value());
        double p = Significance.fisher(insertion.flips(), insertion.tries(), placebo.flips(), placebo.tries());
        return new Effect(insertion, placebo, removal, Rate.NONE, Rate.NONE, believed, obeyed, Math.min(1, looks * p));
    }
}
