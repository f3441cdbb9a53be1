package io.kenshin.contracts.finding;

/**
 * One reason of a finding.
 *
 * @param kind which evidence: insertion, removal, exchangeability, metamorphic, cluster
 * @param strength 0 (none) to 1
 * @param text the reason in words
 */
public record Evidence(String kind, double strength, String text) {}
