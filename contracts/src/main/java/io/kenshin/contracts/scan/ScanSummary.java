package io.kenshin.contracts.scan;

import io.kenshin.contracts.finding.TriggerReport;
import java.util.List;

/**
 * The end of a scan: the data of {@code io.kenshin.scan.completed.v1}.
 *
 * @param samples number of samples that the scan accounted for
 * @param findings number of findings on {@code kenshin.findings} for this scan
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
        List<TriggerReport> triggers) {
    public static final String TYPE = "io.kenshin.scan.completed.v1";
}
