package io.kenshin.scan.known;

import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.scan.ScanReport;
import java.util.List;

/**
 * The known triggers among new samples.
 *
 * @param known how many triggers were looked for
 * @param scored samples that could be looked at
 * @param findings by sample
 * @param triggers those that some sample carries, with the number of samples
 * @param reading how all samples were read
 */
public record Recognised(
        int known,
        int scored,
        List<SampleFinding> findings,
        List<TriggerReport> triggers,
        List<ScanReport.Failed> failures,
        ScanReport.Reading reading) {}
