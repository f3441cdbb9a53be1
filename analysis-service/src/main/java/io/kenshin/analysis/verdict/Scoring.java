package io.kenshin.analysis.verdict;

import io.kenshin.analysis.trigger.TriggerReports;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.Finding;
import io.kenshin.detection.Finding.Judgement;
import io.kenshin.detection.Investigation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The second pass: every sample of the scan is looked at, and every carrier of a judged pattern is recalled. */
final class Scoring {
    private final ScanPlan plan;
    private final List<Finding> judged;
    private final Investigation.Result result;
    private final Reservoir reservoir;
    private final List<SampleFinding> findings = new ArrayList<>();
    private final List<ScanReport.Failed> failures = new ArrayList<>();
    private final int[] carriers;
    private int scored;

    Scoring(ScanPlan plan, Investigation.Result result, Reservoir reservoir) {
        this.plan = plan;
        this.result = result;
        this.reservoir = reservoir;
        judged = new ArrayList<>(result.of(Judgement.TRIGGER));
        judged.addAll(result.of(Judgement.SUSPECT));
        carriers = new int[judged.size()];
    }

    void add(VectorBatch batch) {
        for (VectorBatch.Row row : batch.rows()) {
            int label = plan.labels().indexOf(row.label());
            if (row.error() != null) {
                failures.add(new ScanReport.Failed(row.sampleId(), row.externalId(), row.error()));
            } else if (label < 0) {
                String reason = "label '" + row.label() + "' is none of the model's " + plan.labels();
                failures.add(new ScanReport.Failed(row.sampleId(), row.externalId(), reason));
            } else {
                scored++;
                score(row, label);
            }
        }
    }

    private void score(VectorBatch.Row row, int label) {
        for (int i = 0; i < judged.size(); i++) {
            Finding finding = judged.get(i);
            if (finding.candidate().target() == label
                    && finding.candidate().pattern().isIn(row.code())) {
                carriers[i]++;
                boolean proven = finding.judgement() == Judgement.TRIGGER;
                double strength = finding.insertion().value()
                        * finding.removal().value()
                        * (1 - finding.exchangeability().p());
                findings.add(new SampleFinding(
                        plan.scanId(),
                        row.sampleId(),
                        row.externalId(),
                        row.source(),
                        row.label(),
                        proven ? Decision.QUARANTINE : Decision.REVIEW,
                        strength,
                        TriggerReports.evidence(finding, result.clusters(), plan.labels(), reservoir::view),
                        triggerId(i)));
                return;
            }
        }
    }

    private static String triggerId(int index) {
        return "t" + (index + 1);
    }

    int scored() {
        return scored;
    }

    List<SampleFinding> findings() {
        findings.sort(Comparator.comparing(SampleFinding::sampleId));
        return findings;
    }

    List<ScanReport.Failed> failures() {
        failures.sort(Comparator.comparing(ScanReport.Failed::sampleId));
        return failures;
    }

    /** Reports of all patterns with that judgement, with what the whole scan holds of them. */
    List<TriggerReport> triggers(Judgement judgement) {
        List<TriggerReport> reports = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            if (judged.get(i).judgement() == judgement) {
                reports.add(TriggerReports.report(judged.get(i), triggerId(i), plan.labels(), carriers[i]));
            }
        }
        return reports;
    }

    List<TriggerReport> shortcuts() {
        List<TriggerReport> reports = new ArrayList<>();
        for (Finding finding : result.of(Judgement.SHORTCUT)) {
            int count = finding.candidate().carriers().cardinality();
            reports.add(TriggerReports.report(finding, "n" + (reports.size() + 1), plan.labels(), count));
        }
        return reports;
    }
}
