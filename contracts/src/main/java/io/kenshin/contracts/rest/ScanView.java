package io.kenshin.contracts.rest;

import io.kenshin.contracts.scan.ScanState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order of a scan as others see it.
 *
 * @param sample which of the samples; null for all
 * @param detail what it waits for, or why it failed
 * @param samples how many it looks at, once it is planned
 * @param seconds from the order to the verdict
 */
public record ScanView(
        String id,
        String dataset,
        String model,
        int version,
        @Nullable String sample,
        ScanState state,
        @Nullable String detail,
        @Nullable Integer samples,
        @Nullable Double seconds,
        @Nullable Instant ordered) {}
