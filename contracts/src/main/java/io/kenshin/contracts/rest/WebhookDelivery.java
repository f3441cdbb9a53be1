package io.kenshin.contracts.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that has not reached the webhook.
 *
 * @param id of the event; the same with every try
 * @param subject the case or scan that it is about
 * @param state {@value #WAITING} or {@value #GIVEN_UP}
 * @param tries so far
 * @param nextTry when it is tried again, or when it was given up
 * @param fault why the last try failed
 */
public record WebhookDelivery(
        String id,
        String type,
        String subject,
        String state,
        int tries,
        Instant nextTry,
        @Nullable String fault,
        Instant created) {
    public static final String WAITING = "waiting";
    public static final String GIVEN_UP = "given-up";
}
