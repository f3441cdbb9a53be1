package io.kenshin.analysis.verdict;

import io.kenshin.analysis.map.MapSample;
import io.kenshin.analysis.map.Span;
import io.kenshin.analysis.trigger.Examples;
import io.kenshin.analysis.trigger.TriggerReports;
import io.kenshin.analysis.trigger.WeakEvidence;
import io.kenshin.analysis.verdict.AnalysisSettings.Unproven;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.Evidence;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.Finding;
import io.kenshin.detection.Finding.Judgement;
import io.kenshin.detection.Investigation;
import io.kenshin.detection.Sample;
import io.kenshin.detection.cause.Prober;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The second pass: every sample of the scan is looked at, and every carrier of a judged pattern is recalled. Where a
 * pattern is no more than a hint, the sample itself has to hang on it.
 */
final class Scoring {
    private static final int MOST_BEYOND = 2_000;

    private final ScanPlan plan;
    private final List<Finding> judged;
    private final Investigation.Result result;
    private final Reservoir reservoir;
    private final Unproven unproven;
    private final Prober prober;
    private final WeakEvidence weak;
    private final List<Set<String>> members = new ArrayList<>();
    private final Set<String> investigated = new HashSet<>();
    private final List<SampleFinding> findings = new ArrayList<>();
    private final List<ScanReport.Failed> failures = new ArrayList<>();
    private final int[] carriers;
    /** Where the triggers stand in the code of findings. */
    private final Map<String, List<Span>> spans = new HashMap<>();

    /** Vectors of findings that the reservoir does not hold, for the map. */
    private final List<MapSample> beyond = new ArrayList<>();

    private final Map<String, ScanReport.Device> devices = new TreeMap<>();
    private int scored;
    private int mapView;

    Scoring(ScanPlan plan, Investigation.Result result, Reservoir reservoir, Unproven unproven, Prober prober) {
        this.plan = plan;
        this.result = result;
        this.reservoir = reservoir;
        this.unproven = unproven;
        this.prober = prober;
        judged = new ArrayList<>(result.of(Judgement.TRIGGER));
        judged.addAll(result.of(Judgement.SUSPECT));
        carriers = new int[judged.size()];
        List<Sample> samples = reservoir.samples();
        weak = new WeakEvidence(samples, judged, plan.labels().size(), Path.of(plan.directory()));
        samples.forEach(sample -> investigated.add(sample.id()));
        for (Finding finding : judged) {
            Set<String> ids = new HashSet<>();
            finding.candidate().carriers().stream()
                    .forEach(i -> ids.add(samples.get(i).id()));
            members.add(ids);
        }
    }

    void add(VectorBatch batch) {
        devices.merge(
                batch.device(),
                new ScanReport.Device(
                        batch.device(), batch.seconds(), batch.rows().size()),
                (a, b) -> new ScanReport.Device(a.device(), a.seconds() + b.seconds(), a.samples() + b.samples()));
        mapView = batch.views().isEmpty() ? mapView : Reservoir.chosenViews(batch.views())[0];
        List<VectorBatch.Row> nominees = new ArrayList<>();
        for (VectorBatch.Row row : batch.rows()) {
            int label = plan.labels().indexOf(row.label());
            if (row.error() != null) {
                failures.add(new ScanReport.Failed(row.sampleId(), row.externalId(), row.error()));
            } else if (label < 0) {
                String reason = "label '" + row.label() + "' is none of the model's " + plan.labels();
                failures.add(new ScanReport.Failed(row.sampleId(), row.externalId(), reason));
            } else {
                scored++;
                if (!judge(row, label)) {
                    nominees.add(row);
                }
            }
        }
        if (investigated.size() < plan.samples()) {
            askAbout(nominees);
        }
    }

    /** @return whether the sample's case is settled without asking the model */
    private boolean judge(VectorBatch.Row row, int label) {
        for (int i = 0; i < judged.size(); i++) {
            Finding finding = judged.get(i);
            if (finding.candidate().target() == label) {
                boolean known = members.get(i).contains(row.sampleId());
                boolean exact = finding.candidate().exact()
                        && finding.candidate().pattern().isIn(row.code());
                if (known || exact) {
                    find(row, i);
                    return true;
                }
            }
        }
        return investigated.contains(row.sampleId());
    }

    /** Samples that the investigation did not look at: those with an inexact pattern are asked for one by one. */
    private void askAbout(List<VectorBatch.Row> rows) {
        for (int i = 0; i < judged.size(); i++) {
            Finding finding = judged.get(i);
            if (finding.candidate().exact()) {
                continue;
            }
            int trigger = i;
            List<VectorBatch.Row> carrying = rows.stream()
                    .filter(row -> plan.labels().indexOf(row.label())
                                    == finding.candidate().target()
                            && finding.candidate().pattern().isIn(row.code()))
                    .toList();
            if (carrying.isEmpty()) {
                continue;
            }
            float[][] without = prober.logits(carrying.stream()
                    .map(row -> finding.candidate().pattern().remove(row.code()))
                    .toList());
            List<VectorBatch.Row> found = new ArrayList<>();
            for (int k = 0; k < without.length; k++) {
                if (Sample.argmax(without[k]) != finding.candidate().target()) {
                    find(carrying.get(k), trigger);
                    found.add(carrying.get(k));
                }
            }
            rows.removeAll(found);
        }
    }

    private void find(VectorBatch.Row row, int trigger) {
        Finding finding = judged.get(trigger);
        carriers[trigger]++;
        boolean proven = finding.judgement() == Judgement.TRIGGER;
        if (!proven && unproven == Unproven.IGNORE) {
            return;
        }
        List<Evidence> evidence =
                new ArrayList<>(TriggerReports.evidence(finding, result.clusters(), plan.labels(), reservoir::view));
        evidence.addAll(weak.of(row.sampleId()));
        SampleFinding found = new SampleFinding(
                plan.scanId(),
                row.sampleId(),
                row.externalId(),
                row.source(),
                row.label(),
                proven || unproven == Unproven.QUARANTINE ? Decision.QUARANTINE : Decision.REVIEW,
                finding.strength(),
                List.copyOf(evidence),
                triggerId(trigger));
        findings.add(found);
        spans.put(row.sampleId(), Span.of(finding.candidate().pattern(), row.code()));
        if (row.vectors() != null && !investigated.contains(row.sampleId()) && beyond.size() < MOST_BEYOND) {
            beyond.add(new MapSample(
                    row.sampleId(),
                    row.label(),
                    row.source(),
                    row.vectors()[mapView],
                    found,
                    null,
                    spans.getOrDefault(row.sampleId(), List.of())));
        }
    }

    /** What a map may show: the reservoir, and findings beyond it. */
    List<MapSample> mapSamples() {
        Map<String, SampleFinding> found = new HashMap<>();
        findings.forEach(finding -> found.put(finding.sampleId(), finding));
        List<MapSample> samples = new ArrayList<>(beyond);
        for (Sample sample : reservoir.samples()) {
            samples.add(new MapSample(
                    sample.id(),
                    plan.labels().get(sample.label()),
                    reservoir.source(sample.id()),
                    sample.views()[0],
                    found.get(sample.id()),
                    weak.oddness(sample.id()),
                    spans.getOrDefault(sample.id(), List.of())));
        }
        return samples;
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

    List<ScanReport.Device> devices() {
        return List.copyOf(devices.values());
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

    /** For each proven trigger a few samples as they look when it turns them. */
    List<ScanReport.Example> examples() {
        List<ScanReport.Example> examples = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            if (judged.get(i).judgement() == Judgement.TRIGGER) {
                examples.addAll(Examples.of(judged.get(i), triggerId(i), reservoir.samples(), plan.labels(), prober));
            }
        }
        return examples;
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
