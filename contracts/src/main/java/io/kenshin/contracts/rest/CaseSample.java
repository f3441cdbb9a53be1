package io.kenshin.contracts.rest;

import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.remediation.SampleState;
import org.jspecify.annotations.Nullable;

/**
 * A sample of a case.
 *
 * @param decision what the scan thought should become of it
 * @param reason why it is in its state, where people decided
 */
public record CaseSample(
        String sampleId,
        @Nullable String externalId,
        @Nullable String source,
        Decision decision,
        SampleState state,
        @Nullable String reason) {}
