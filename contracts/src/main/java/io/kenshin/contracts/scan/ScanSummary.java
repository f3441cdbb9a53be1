package io.kenshin.contracts.scan;

import io.kenshin.contracts.Limits;
import io.kenshin.contracts.finding.TriggerReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of a scan: the data of {@code io.kenshin.scan.completed.v1}.
 *
 * @param samples number of samples that the scan accounted for
 * @param findings number of findings on {@code kenshin.findings} for this scan
 * @param drift how far the vectors lie from the last healthy scan's; null where there is none
 * @param change against the last healthy scan; null in summaries that are older than this field
 */
public record ScanSummary(
        String scanId,
        String dataset,
        String model,
        int version,
        String directory,
        List<String> labels,
        Verdict verdict,
        String reason,
        int samples,
        int findings,
        List<TriggerReport> triggers,
        @Nullable Drift drift,
        @Nullable Change change) {
    public static final String TYPE = "io.kenshin.scan.completed.v1";

    /** @throws IllegalArgumentException when it does not say how which scan ended, or nobody could keep it */
    public ScanSummary {
        if (scanId == null || dataset == null || model == null || verdict == null || triggers == null) {
            throw new IllegalArgumentException("a summary has a scanId, a data set, a model, a verdict and triggers");
        }
        Limits.checkNames(scanId, dataset, model);
    }

    /**
     * Labels and layers against those of the last healthy scan.
     *
     * @param compared how many pairs of label and layer
     * @param moved how many of them lie further away than chance explains
     * @param energyDistance of the pair that is furthest, in units of the vectors
     */
    public record Drift(String baseline, int compared, int moved, double energyDistance) {}
}
