package io.kenshin.contracts.rest;

import io.kenshin.contracts.sample.SourceTrust;
import org.jspecify.annotations.Nullable;

/**
 * A source of a data set as others see it.
 *
 * @param name null for samples that name none
 * @param waiting samples that wait for a healthy scan
 * @param blocked samples that came while it was blocked
 * @param pValue probability of so many quarantined samples or more by chance
 * @param beyondChance whether that is too improbable, all sources considered
 * @param reason why it is not trusted
 */
public record SourceView(
        @Nullable String name,
        long samples,
        long quarantined,
        long waiting,
        long blocked,
        double pValue,
        boolean beyondChance,
        SourceTrust trust,
        @Nullable String reason) {}
