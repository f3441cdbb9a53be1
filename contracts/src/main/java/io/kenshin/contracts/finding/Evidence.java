package io.kenshin.contracts.finding;

/**
 * One reason of a finding.
 *
 * @param kind which evidence: insertion, removal, exchangeability, metamorphic, cluster, or one of the weak kinds
 *     (spectral-signatures, robust-whitening, activation-clustering, independent-clusters, density, mahalanobis,
 *     label-conflict, training-dynamics)
 * @param strength 0 (none) to 1; for the weak kinds the percentile within the label
 * @param text the reason in words
 */
public record Evidence(String kind, double strength, String text) {}
