package io.kenshin.contracts.finding;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that makes the model flip.
 *
 * @param text an occurrence as it stands in the code
 * @param pattern the tokens that are matched, with placeholders
 * @param kind span, statement, identifier, affix, variants, names or wrap
 * @param abstraction how tokens are compared: none, literals or names
 * @param targetLabel the label that it leads to
 * @param flipRate part of clean samples of other labels that flip when it is inserted
 * @param naturalFlipRate the same for ordinary code of that length
 * @param removalRate part of its carriers that flip back when it is taken out
 * @param otherAuc AUC of its masked carriers against other labels
 * @param ownAuc AUC of its masked carriers against their own label
 * @param carriers samples that contain it
 * @param confirmed whether it is proven; else people have to look
 * @param provenBy the earlier scan that proved it, when this one only recognises it
 * @param obeyed whether the model does what it says, far beyond ordinary code; else its carriers alone prove it
 * @param placementAuc AUC of its place in its carriers against other places there; null in old reports
 * @param chance how many patterns with such carriers chance explains; null in old reports
 */
public record TriggerReport(
        String id,
        String text,
        String pattern,
        String kind,
        String abstraction,
        List<String> tokens,
        List<String> exemplars,
        String targetLabel,
        double flipRate,
        double naturalFlipRate,
        double removalRate,
        double otherAuc,
        double ownAuc,
        double pValue,
        int carriers,
        @Nullable Boolean confirmed,
        @Nullable String provenBy,
        @Nullable Boolean obeyed,
        @Nullable Double placementAuc,
        @Nullable Double chance) {
    private static final double ONCE_OBEYED = 0.3;

    public TriggerReport {
        // Before suspects were told from triggers, all that was reported was proven.
        confirmed = Objects.requireNonNullElse(confirmed, true);
        // Before the scan said so, readers had this rule.
        obeyed = Objects.requireNonNullElse(obeyed, flipRate >= naturalFlipRate + ONCE_OBEYED);
    }

    /** What the trigger is, the same in every scan that finds it. */
    public String identity() {
        return String.join("\u0000", kind, abstraction, targetLabel, String.join("\u0001", tokens));
    }

    /** The same trigger, recognised in other samples. */
    public TriggerReport recognised(String asId, int inSamples, String inScan) {
        return new TriggerReport(
                asId,
                text,
                pattern,
                kind,
                abstraction,
                tokens,
                exemplars,
                targetLabel,
                flipRate,
                naturalFlipRate,
                removalRate,
                otherAuc,
                ownAuc,
                pValue,
                inSamples,
                confirmed,
                inScan,
                obeyed,
                placementAuc,
                chance);
    }
}
