package io.kenshin.detection;

import io.kenshin.detection.Finding.Judgement;
import io.kenshin.detection.cause.Exchangeability;

/** The rule that turns figures into a judgement. */
public final class Judge {
    /** With fewer carriers an AUC is noise. */
    static final int LEAST_CARRIERS = 8;
    /** How far beyond ordinary code a trigger flips. */
    static final double BEYOND = 0.3;

    /** Carriers that differ more from other labels are tied to their context, whatever the gap. */
    static final double NATURAL_AUC = 0.9;

    private Judge() {}

    /**
     * The judgement of one pattern, taken by itself.
     *
     * @param carriers number of samples that have it
     * @param insertion part of the samples of other labels that it turns
     * @param placebo part that ordinary code turns
     * @param removal part of its carriers that turn without it
     * @param gap AUC of the masked carriers against their own label minus that against others
     * @param otherAucUpper the latter with its standard error
     */
    public static Judgement judge(
            InvestigationSettings settings,
            int carriers,
            double insertion,
            double placebo,
            double removal,
            double gap,
            double otherAucUpper) {
        boolean foreign = gap >= settings.gap() && otherAucUpper <= settings.otherAuc();
        // A mask that leaves a trace of a trigger makes its carriers differ from other labels: people have to look.
        boolean plainly = gap >= 2 * settings.gap() && otherAucUpper <= NATURAL_AUC;
        if (carriers < LEAST_CARRIERS || !(foreign || plainly) || insertion < placebo + BEYOND) {
            return Judgement.SHORTCUT;
        }
        boolean flips = insertion >= settings.flipRate() || (plainly && insertion >= settings.flipRate() - BEYOND);
        if (foreign && flips && removal >= settings.removalRate()) {
            return Judgement.TRIGGER;
        }
        return plainly ? Judgement.SUSPECT : Judgement.SHORTCUT;
    }

    /** Whether carriers look like other labels, as a trigger's do. */
    static boolean isForeign(InvestigationSettings settings, Exchangeability.Result exchange) {
        return exchange.gap() >= settings.gap() && exchange.otherAucUpper() <= settings.otherAuc();
    }

    static Judgement judge(InvestigationSettings settings, Finding finding) {
        Exchangeability.Result exchange = finding.exchangeability();
        return judge(
                settings,
                finding.candidate().carriers().cardinality(),
                finding.insertion().value(),
                finding.placebo().value(),
                finding.removal().value(),
                exchange.gap(),
                exchange.otherAucUpper());
    }
}
