package io.kenshin.contracts.scan;

import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of a finished scan.
 *
 * @param reason one sentence that says why
 * @param findings samples that were judged
 * @param triggers proven triggers, strongest first
 * @param shortcuts natural patterns of the task that the model leans on; nothing is quarantined for them
 * @param stages seconds of each stage
 * @param seconds from the order to the verdict
 */
public record ScanReport(
        String scanId,
        String dataset,
        String model,
        int version,
        Verdict verdict,
        String reason,
        Samples samples,
        List<SampleFinding> findings,
        List<TriggerReport> triggers,
        List<TriggerReport> shortcuts,
        List<Failed> failures,
        List<Stage> stages,
        double seconds) {

    /** Where every accepted sample went; {@code unaccounted} is 0 in a correct scan. */
    public record Samples(int total, int scored, int failed, int unaccounted) {}

    /** A sample that could not be scored. */
    public record Failed(String sampleId, @Nullable String externalId, String reason) {}

    /** Time of one stage. */
    public record Stage(String name, double seconds) {}
}
