package io.kenshin.analysis.map;

import io.kenshin.contracts.finding.SampleFinding;
import org.jspecify.annotations.Nullable;

/**
 * A sample that may be drawn.
 *
 * @param finding what the scan found about it; null when nothing
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not shared
public record MapSample(
        String id,
        String label,
        @Nullable String source,
        float[] vector,
        @Nullable SampleFinding finding) {}
