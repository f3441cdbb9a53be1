package io.kenshin.contracts.rest;

import io.kenshin.contracts.scan.Change;
import io.kenshin.contracts.scan.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scan among the others of its data set and model.
 *
 * @param finished when the verdict was given
 * @param baseline the healthy scan that it is compared with
 */
public record TrendPoint(
        String scanId,
        String dataset,
        String model,
        int version,
        Instant finished,
        int samples,
        Verdict verdict,
        Change change,
        @Nullable String baseline,
        List<Label> labels) {

    /**
     * A label of a scan against the baseline.
     *
     * @param layers how many were compared
     * @param moved how many of them lie further from the baseline than chance explains
     * @param energyDistance of the layer that is furthest, in units of the vectors; null without a baseline
     * @param frechetDistance of the layer that is furthest, in squared units of the vectors
     */
    public record Label(
            String label,
            int layers,
            int moved,
            @Nullable Double energyDistance,
            @Nullable Double frechetDistance) {}
}
