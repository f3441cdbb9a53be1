package io.kenshin.scan.map;

import io.kenshin.contracts.finding.SampleFinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sample that may be drawn.
 *
 * @param finding what the scan found about it; null when nothing
 * @param oddness mean percentile of the weak scores within its label, 0 to 1; null where none were computed
 * @param spans where the trigger stands in its code; empty when nothing was found
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not shared
public record MapSample(
        String id,
        String label,
        @Nullable String source,
        float[] vector,
        @Nullable SampleFinding finding,
        @Nullable Double oddness,
        List<Span> spans) {}
