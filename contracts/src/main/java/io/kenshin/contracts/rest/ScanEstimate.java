package io.kenshin.contracts.rest;

import org.jspecify.annotations.Nullable;

/**
 * The cost of a scan, before it is ordered.
 *
 * @param samples how many it would look at
 * @param samplesPerSecond of the last scans with this model, from order to verdict; null before the first
 * @param seconds null before the first
 * @param scans how many it was measured by
 */
public record ScanEstimate(
        long samples,
        @Nullable Double samplesPerSecond,
        @Nullable Double seconds,
        int scans) {}
