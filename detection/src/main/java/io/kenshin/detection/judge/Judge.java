package io.kenshin.detection.judge;

import io.kenshin.detection.maths.Significance;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.CarrierEvidence;
import io.kenshin.detection.trial.Rate;
import java.util.List;

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
     * @param sham part of them that turn without something else; 1 when nobody tried
     * @param believed part of the samples of other labels that the model gives another label: what removal can reach
     * @param evidence what its carriers are
     * @param chance how many such patterns chance explains
     */
    public record Figures(
            int carriers,
            double insertion,
            double placebo,
            double removal,
            double sham,
            double believed,
            CarrierEvidence evidence,
            double chance) {
        public static Figures of(Finding finding) {
            return new Figures(
                    finding.candidate().carriers().cardinality(),
                    finding.insertion().value(),
                    finding.placebo().value(),
                    finding.removal().value(),
                    finding.effect().sham().tries() == 0
                            ? 1
                            : finding.effect().sham().value(),
                    finding.effect().believed(),
                    finding.evidence(),
                    finding.chance());
        }
    }

    public static Judgement judge(Thresholds thresholds, Figures figures) {
        Thresholds.Proof proof = thresholds.proof();
        if (figures.carriers() < proof.carriers() || !proof.isBeyond(figures.insertion(), figures.placebo())) {
            return Judgement.SHORTCUT;
        }
        if (thresholds.context().isForeign(figures.evidence()) && isCause(thresholds, figures)) {
            return Judgement.TRIGGER;
        }
        return mayBe(thresholds, figures.evidence(), figures.chance()) && turns(thresholds, figures)
                ? Judgement.SUSPECT
                : Judgement.SHORTCUT;
    }

    /**
     * Whether a suspect is proven because another trigger of its behaviour is. Where one was planted more are likely,
     * so of few carriers the AUCs themselves are enough, chance may explain one such pattern in twenty investigations,
     * and whether it is a cause is said with the carriers of the others.
     *
     * @param proven triggers of its behaviour
     */
    static boolean isAccomplice(Thresholds thresholds, Finding suspect, List<Finding> proven) {
        Figures figures = Figures.of(suspect);
        return suspect.judgement() == Judgement.SUSPECT
                && figures.carriers() >= thresholds.proof().carriers()
                && thresholds.context().isLikelyForeign(figures.evidence())
                && figures.chance() <= thresholds.rules().chance()
                && turns(thresholds, figures)
                && (returns(thresholds, figures) || returnsWith(thresholds, suspect.effect(), proven));
    }

    /** Surprising, turning others, and turned without it. */
    private static boolean isCause(Thresholds thresholds, Figures figures) {
        return figures.chance() <= thresholds.proof().q() && turns(thresholds, figures) && returns(thresholds, figures);
    }

    private static boolean returns(Thresholds thresholds, Figures figures) {
        Thresholds.Proof proof = thresholds.proof();
        // Where labels are noise a model knows many carriers by heart, and taking anything out turns hardly one of
        // them.
        return figures.removal() >= proof.removalRate() * figures.believed()
                || proof.isBeyond(figures.removal(), figures.sham());
    }

    /**
     * The same where a dozen carriers are too few to say: more of all carriers turn than by a sham, and its own are
     * likelier to turn so often at the rate of the proven ones than at that of a sham.
     */
    private static boolean returnsWith(Thresholds thresholds, Effect suspect, List<Finding> proven) {
        Rate own = suspect.removal();
        Rate sham = suspect.sham();
        Rate others = Rate.NONE;
        if (sham.tries() == 0) {
            return false;
        }
        for (Finding trigger : proven) {
            if (trigger.effect().sham().tries() > 0) {
                others = others.plus(trigger.effect().removal());
                sham = sham.plus(trigger.effect().sham());
            }
        }
        Rate all = others.plus(own);
        return own.likelierAt(others, sham)
                && Significance.fisher(all.flips(), all.tries(), sham.flips(), sham.tries())
                        <= thresholds.proof().q();
    }

    private static boolean turns(Thresholds thresholds, Figures figures) {
        Thresholds.Proof proof = thresholds.proof();
        double least = isPlain(thresholds, figures.chance()) ? proof.flipRate() - proof.beyond() : proof.flipRate();
        return figures.insertion() >= least;
    }

    /** Whether carriers leave it open that a pattern is more than a shortcut, whatever the model does about it. */
    static boolean mayBe(Thresholds thresholds, CarrierEvidence evidence, double chance) {
        Thresholds.Context context = thresholds.context();
        boolean doubtful = context.isDoubtful(evidence) || context.isLikelyForeign(evidence);
        return context.isForeign(evidence) || (isPlain(thresholds, chance) && doubtful);
    }

    private static boolean isPlain(Thresholds thresholds, double chance) {
        return chance <= thresholds.rules().carriers().chance();
    }

    static Finding judged(Thresholds thresholds, Finding finding) {
        return finding.withJudgement(judge(thresholds, Figures.of(finding)));
    }
}
