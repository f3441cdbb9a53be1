package io.kenshin.analysis.watch;

import io.kenshin.analysis.AnalysisFlow;
import io.kenshin.analysis.replay.LogReplay;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.Evidence;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.Sample;
import io.kenshin.detection.code.Abstraction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Looks through new samples for triggers that are proven already. A few new samples say too little for a proof of their
 * own: what nobody knows yet is found by scans of the whole data set. A carrier is asked about at the model version in which
 * its trigger was proven, so a trigger that healing has made harmless is still recognised.
 */
@ApplicationScoped
public class Recognition {
    private final KnownTriggers triggers;
    private final LogReplay replay;
    private final AnalysisFlow flow;

    Recognition(KnownTriggers triggers, LogReplay replay, AnalysisFlow flow) {
        this.triggers = triggers;
        this.replay = replay;
        this.flow = flow;
    }

    /**
     * What was recognised.
     *
     * @param known how many triggers were looked for
     * @param triggers those that some sample carries, with the number of samples
     */
    public record Recognised(
            int known,
            int scored,
            List<SampleFinding> findings,
            List<TriggerReport> triggers,
            List<ScanReport.Failed> failures) {}

    public Recognised look(ScanPlan plan) {
        List<VectorBatch.Row> rows = new ArrayList<>();
        List<ScanReport.Failed> failures = new ArrayList<>();
        replay.read(
                plan.scanId(),
                batch -> batch.rows().forEach(row -> {
                    if (row.vectors() == null) {
                        failures.add(
                                new ScanReport.Failed(row.sampleId(), row.externalId(), String.valueOf(row.error())));
                    } else {
                        rows.add(row);
                    }
                }));
        int scored = rows.size();
        List<SampleFinding> findings = new ArrayList<>();
        List<TriggerReport> carried = new ArrayList<>();
        List<KnownTriggers.Known> all = triggers.of(plan);
        for (KnownTriggers.Known known : all) {
            String id = "t" + (carried.size() + 1);
            List<SampleFinding> found = carriers(plan, known, id, rows);
            if (!found.isEmpty()) {
                findings.addAll(found);
                carried.add(known.report().recognised(id, found.size(), known.scanId()));
            }
        }
        findings.sort(Comparator.comparing(SampleFinding::sampleId));
        return new Recognised(all.size(), scored, findings, carried, failures);
    }

    /** Takes the samples that carry the trigger out of the rows. */
    private List<SampleFinding> carriers(
            ScanPlan plan, KnownTriggers.Known known, String id, List<VectorBatch.Row> rows) {
        String target = known.report().targetLabel();
        List<VectorBatch.Row> carrying = rows.stream()
                .filter(row -> row.label().equals(target) && known.pattern().isIn(row.code()))
                .toList();
        if (carrying.isEmpty()) {
            return List.of();
        }
        float[][] without = flow.predict(
                known.directory(),
                carrying.stream().map(row -> known.pattern().remove(row.code())).toList());
        List<SampleFinding> found = new ArrayList<>();
        for (int i = 0; i < without.length; i++) {
            boolean flips = Sample.argmax(without[i]) != plan.labels().indexOf(target);
            // The very text of a trigger is worth a look whatever the model says; what only resembles it is not.
            if (flips || known.pattern().abstraction() == Abstraction.NONE) {
                found.add(finding(plan, known, id, carrying.get(i), flips));
                rows.remove(carrying.get(i));
            }
        }
        return found;
    }

    private static SampleFinding finding(
            ScanPlan plan, KnownTriggers.Known known, String id, VectorBatch.Row row, boolean flips) {
        TriggerReport report = known.report();
        List<Evidence> evidence = List.of(
                new Evidence(
                        "insertion",
                        report.flipRate(),
                        String.format(
                                Locale.ROOT,
                                "it carries a trigger that scan %s proved: put into clean samples, it turned %.0f %% of them",
                                known.scanId(),
                                100 * report.flipRate()),
                        false),
                new Evidence(
                        "removal",
                        flips ? 1 : 0,
                        "taken out of this sample, the model that was attacked " + (flips ? "no longer" : "still")
                                + " says '" + row.label() + "'",
                        false));
        return new SampleFinding(
                plan.scanId(),
                row.sampleId(),
                row.externalId(),
                row.source(),
                row.label(),
                flips ? Decision.QUARANTINE : Decision.REVIEW,
                report.flipRate() * (flips ? 1 : 0.5),
                evidence,
                id);
    }
}
