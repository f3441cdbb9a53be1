package io.kenshin.contracts.rest;

import io.kenshin.contracts.screen.ScreenReply;
import java.time.Instant;
import java.util.List;

/** An input that carried a trigger, as it was kept. */
public record ScreenedInput(
        long id,
        String model,
        String requestId,
        String code,
        String answer,
        boolean shadow,
        String reason,
        List<ScreenReply.Hit> triggers,
        Instant happened) {}
