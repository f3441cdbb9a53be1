package io.kenshin.contracts.rest;

import io.kenshin.contracts.finding.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a scan's samples lie.
 *
 * @param view the vectors that it was drawn from
 * @param from the scan whose map this one was begun from; null when begun anew
 */
public record ScanMap(String scanId, String view, @Nullable String from, List<Point> points) {

    /**
     * A sample.
     *
     * @param decision null when nothing was found
     * @param score strength of the finding, 0 to 1
     */
    public record Point(
            String sampleId,
            String label,
            @Nullable String source,
            @Nullable Decision decision,
            double score,
            @Nullable String triggerId,
            double x,
            double y) {}
}
