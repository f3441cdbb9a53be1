package io.kenshin.contracts.rest;

import io.kenshin.contracts.remediation.CaseState;
import java.time.Instant;

/**
 * One step of a case's history.
 *
 * @param state the state that the case had after it
 */
public record CaseStep(CaseState state, String detail, String actor, Instant happened) {}
