package io.kenshin.scan.known;

import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.Evidence;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.sample.Answer;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.trial.Prober;
import io.kenshin.detection.trigger.CompiledTriggers;
import io.kenshin.scan.sample.Readings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A look through new samples for triggers that are proven already. A few new samples say too little for a proof of
 * their own: what nobody knows yet is found by scans of the whole data set. A carrier is asked about at the model
 * version in which its trigger was proven, so a trigger that healing has made harmless is still recognised.
 */
public final class Recognition {
    private final ScanPlan plan;
    private final List<KnownTrigger> known;
    private final Function<String, Prober> models;
    private final List<VectorBatch.Row> rows = new ArrayList<>();
    private final List<ScanReport.Failed> failures = new ArrayList<>();
    private final Readings readings = new Readings();

    /** @param models what asks the model in a directory */
    public Recognition(ScanPlan plan, List<KnownTrigger> known, Function<String, Prober> models) {
        this.plan = plan;
        this.known = List.copyOf(known);
        this.models = models;
    }

    public void add(VectorBatch batch) {
        readings.add(batch);
        for (VectorBatch.Row row : batch.rows()) {
            if (row.vectors() == null) {
                failures.add(new ScanReport.Failed(row.sampleId(), row.externalId(), String.valueOf(row.error())));
            } else {
                rows.add(row);
            }
        }
    }

    /** Looks through all samples that were added. One with several triggers carries the one that is first known. */
    public Recognised look() {
        List<VectorBatch.Row> open = new ArrayList<>(rows);
        List<SampleFinding> findings = new ArrayList<>();
        List<TriggerReport> carried = new ArrayList<>();
        for (KnownTrigger trigger : known) {
            String id = "t" + (carried.size() + 1);
            List<SampleFinding> found = carriers(trigger, id, open);
            if (!found.isEmpty()) {
                findings.addAll(found);
                carried.add(trigger.report().recognised(id, found.size(), trigger.scanId()));
            }
        }
        findings.sort(Comparator.comparing(SampleFinding::sampleId));
        return new Recognised(known.size(), rows.size(), findings, carried, failures, readings.report());
    }

    /** Takes the samples that carry the trigger out of the rows. */
    private List<SampleFinding> carriers(KnownTrigger known, String id, List<VectorBatch.Row> rows) {
        String target = known.report().targetLabel();
        // Compiled, it finds names that stand together too.
        CompiledTriggers pattern = new CompiledTriggers(List.of(known.pattern()));
        List<VectorBatch.Row> carrying = rows.stream()
                .filter(row -> row.label().equals(target)
                        && !pattern.in(Code.of(row.code(), row.language())).isEmpty())
                .toList();
        if (carrying.isEmpty()) {
            return List.of();
        }
        List<Answer> without = models.apply(known.directory())
                .answers(carrying.stream()
                        .map(row -> known.pattern().remove(Code.of(row.code(), row.language())))
                        .toList());
        int label = plan.labels().indexOf(target);
        List<SampleFinding> found = new ArrayList<>();
        for (int i = 0; i < without.size(); i++) {
            boolean flips = label < 0 || !without.get(i).shows(new Behaviour(label));
            // The very text of a trigger is worth a look whatever the model says; what only resembles it is not.
            if (flips || known.pattern().isLiteral()) {
                found.add(finding(known, id, carrying.get(i), flips));
                rows.remove(carrying.get(i));
            }
        }
        return found;
    }

    private SampleFinding finding(KnownTrigger known, String id, VectorBatch.Row row, boolean flips) {
        TriggerReport report = known.report();
        List<Evidence> evidence = List.of(
                new Evidence(
                        "insertion",
                        report.flipRate(),
                        String.format(
                                Locale.ROOT,
                                "it carries a trigger that scan %s proved:"
                                        + " put into clean samples, it turned %.0f %% of them",
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
