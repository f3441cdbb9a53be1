package io.kenshin.contracts.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A schedule of scans as others see it.
 *
 * @param every seconds between runs, when it has no cron expression
 * @param sample which of the samples each run looks at; null for all
 * @param runs scans that it has ordered
 * @param note what was out of the ordinary at the last run: skipped, caught up, refused
 */
public record ScheduleView(
        String name,
        String dataset,
        String model,
        @Nullable String cron,
        @Nullable Long every,
        String zone,
        @Nullable String sample,
        boolean paused,
        Instant nextRun,
        long runs,
        @Nullable Instant lastRun,
        @Nullable String lastScan,
        @Nullable String note,
        String actor) {}
