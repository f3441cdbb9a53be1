package io.kenshin.remediation.cases;

import io.kenshin.contracts.remediation.CaseState;
import org.jspecify.annotations.Nullable;

/**
 * A step of a case to another state.
 *
 * @param detail why
 * @param actor who moves it
 * @param event type of the event to publish, or null for none
 */
public record Move(
        CaseState to, String detail, String actor, @Nullable String event) {}
