package io.kenshin.contracts.finding;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One reason of a finding.
 *
 * @param kind which evidence: insertion, removal, surprise, exchangeability, placement, metamorphic, cluster,
 *     label-model, or one of the weak kinds
 *     (spectral-signatures, robust-whitening, activation-clustering, independent-clusters, density, mahalanobis,
 *     label-conflict, training-dynamics)
 * @param strength 0 (none) to 1; for the weak kinds the percentile within the label
 * @param text the reason in words
 * @param weak whether it proves nothing by itself: a score that is unusual within its label
 */
public record Evidence(
        String kind, double strength, String text, @Nullable Boolean weak) {
    private static final Set<String> NEVER_WEAK =
            Set.of("insertion", "removal", "surprise", "placement", "exchangeability", "metamorphic", "cluster");

    public Evidence {
        // Findings from before this was said have one of the kinds of that time.
        weak = Objects.requireNonNullElseGet(weak, () -> !NEVER_WEAK.contains(kind));
    }
}
