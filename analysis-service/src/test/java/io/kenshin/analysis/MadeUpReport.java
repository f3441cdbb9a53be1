package io.kenshin.analysis;

import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.scan.Verdict;
import java.util.List;

/** A report that says no more than its verdict and its findings. */
public final class MadeUpReport {
    private MadeUpReport() {}

    public static ScanReport of(ScanPlan plan, Verdict verdict, List<SampleFinding> findings) {
        return new ScanReport(
                plan.scanId(),
                plan.dataset(),
                plan.model(),
                plan.version(),
                verdict,
                "why",
                new ScanReport.Samples(plan.samples(), plan.samples(), 0, 0),
                findings,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                1,
                List.of(),
                null,
                List.of());
    }
}
