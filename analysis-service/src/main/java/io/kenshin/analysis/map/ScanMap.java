package io.kenshin.analysis.map;

import io.kenshin.scan.map.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a scan's samples lie.
 *
 * @param view the vectors that it was drawn from
 * @param from the scan whose map this one was begun from, so that samples keep their places; null when begun anew
 */
public record ScanMap(String scanId, String view, @Nullable String from, List<Point> points) {

    /**
     * A sample. Maps from before the last three fields were kept have none of them.
     *
     * @param decision quarantine or review; null when nothing was found
     * @param score strength of the finding, 0 to 1
     * @param oddness mean percentile of the weak scores within its label, 0 to 1; null where none were computed
     * @param spans of a finding: where the trigger stands in its code
     * @param neighbours of a finding: the nearest samples that nothing was found about, the nearest first
     */
    public record Point(
            String sampleId,
            String label,
            @Nullable String source,
            @Nullable String decision,
            double score,
            @Nullable String triggerId,
            double x,
            double y,
            @Nullable Double oddness,
            @Nullable List<Span> spans,
            @Nullable List<String> neighbours) {}
}
