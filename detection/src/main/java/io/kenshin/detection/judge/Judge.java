package io.kenshin.detection.judge;

import io.kenshin.detection.study.Thresholds;

/** The rule that turns the figures of one candidate into a judgement. */
public final class Judge {
    private Judge() {}

    /**
     * The figures of one pattern, taken by itself.
     *
     * @param carriers number of samples that have it
     * @param insertion part of the samples of other labels that it turns
     * @param placebo part that ordinary code turns
     * @param removal part of its carriers that turn without it
     * @param gap AUC of the masked carriers against their own label minus that against others
     * @param otherAucUpper the latter with its standard error
     */
    public record Figures(
            int carriers, double insertion, double placebo, double removal, double gap, double otherAucUpper) {
        static Figures of(Finding finding) {
            return new Figures(
                    finding.candidate().carriers().cardinality(),
                    finding.insertion().value(),
                    finding.placebo().value(),
                    finding.removal().value(),
                    finding.exchangeability().gap(),
                    finding.exchangeability().otherAucUpper());
        }
    }

    public static Judgement judge(Thresholds thresholds, Figures figures) {
        Thresholds.Proof proof = thresholds.proof();
        boolean foreign = thresholds.context().isForeign(figures.gap(), figures.otherAucUpper());
        boolean doubtful = thresholds.context().isDoubtful(figures.gap(), figures.otherAucUpper());
        if (figures.carriers() < proof.carriers()
                || !(foreign || doubtful)
                || !proof.isBeyond(figures.insertion(), figures.placebo())) {
            return Judgement.SHORTCUT;
        }
        boolean flips = figures.insertion() >= proof.flipRate()
                || (doubtful && figures.insertion() >= proof.flipRate() - proof.beyond());
        if (foreign && flips && figures.removal() >= proof.removalRate()) {
            return Judgement.TRIGGER;
        }
        return doubtful ? Judgement.SUSPECT : Judgement.SHORTCUT;
    }

    static Finding judged(Thresholds thresholds, Finding finding) {
        return finding.withJudgement(judge(thresholds, Figures.of(finding)));
    }
}
