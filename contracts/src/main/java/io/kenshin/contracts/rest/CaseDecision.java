package io.kenshin.contracts.rest;

import io.kenshin.contracts.remediation.DecisionState;
import io.kenshin.contracts.remediation.SampleState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision about samples of a case, as it was taken.
 *
 * @param action what its samples become
 * @param approver the second person, where one had to agree
 * @param samples how many
 * @param waits whether it waits for a second person
 */
public record CaseDecision(
        long id,
        SampleState action,
        String actor,
        @Nullable String approver,
        String reason,
        DecisionState state,
        int samples,
        Instant happened,
        boolean waits) {}
