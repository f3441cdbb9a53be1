package io.kenshin.scan.known;

import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.detection.trigger.Trigger;
import io.kenshin.scan.report.TriggerReports;

/**
 * A trigger that an earlier scan has proven.
 *
 * @param scanId the last scan that proved it
 * @param directory of the model version that it turns
 */
public record KnownTrigger(String scanId, String directory, TriggerReport report, Trigger pattern) {
    public KnownTrigger(String scanId, String directory, TriggerReport report) {
        this(scanId, directory, report, TriggerReports.pattern(report));
    }
}
