package io.kenshin.detection.judge;

import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.CarrierEvidence;

/**
 * The rule that turns the figures of one candidate into a judgement. Three claims make a trigger (record 26): its
 * carriers have labels that the rest of their code does not explain; without it they are ordinary code of other labels,
 * and it stands where nothing asks for it; put into clean code it turns the model, and ordinary code does not.
 */
public final class Judge {
    private Judge() {}

    /**
     * The figures of one pattern, taken by itself.
     *
     * @param carriers number of samples that have it
     * @param insertion part of the samples of other labels that it turns
     * @param placebo part that ordinary code turns
     * @param removal part of its carriers that turn without it
     * @param believed part of the samples of other labels that the model gives another label: what removal can reach
     * @param evidence what its carriers are
     * @param chance how many such patterns chance explains
     */
    public record Figures(
            int carriers,
            double insertion,
            double placebo,
            double removal,
            double believed,
            CarrierEvidence evidence,
            double chance) {
        static Figures of(Finding finding) {
            return new Figures(
                    finding.candidate().carriers().cardinality(),
                    finding.insertion().value(),
                    finding.placebo().value(),
                    finding.removal().value(),
                    finding.effect().believed(),
                    finding.evidence(),
                    finding.chance());
        }
    }

    public static Judgement judge(Thresholds thresholds, Figures figures) {
        Thresholds.Proof proof = thresholds.proof();
        Thresholds.Context context = thresholds.context();
        if (figures.carriers() < proof.carriers() || !proof.isBeyond(figures.insertion(), figures.placebo())) {
            return Judgement.SHORTCUT;
        }
        boolean flips = figures.insertion() >= proof.flipRate();
        boolean plain = figures.chance() <= thresholds.rules().carriers().chance();
        boolean turns = flips || (plain && figures.insertion() >= proof.flipRate() - proof.beyond());
        boolean returns = figures.removal() >= proof.removalRate() * figures.believed();
        if (context.isForeign(figures.evidence()) && figures.chance() <= proof.q() && turns && returns) {
            return Judgement.TRIGGER;
        }
        boolean mayBe = context.isForeign(figures.evidence()) || (plain && context.isDoubtful(figures.evidence()));
        return mayBe && turns ? Judgement.SUSPECT : Judgement.SHORTCUT;
    }

    static Finding judged(Thresholds thresholds, Finding finding) {
        return finding.withJudgement(judge(thresholds, Figures.of(finding)));
    }
}
