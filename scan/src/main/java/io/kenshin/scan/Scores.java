package io.kenshin.scan;

import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.Investigation;
import io.kenshin.detection.judge.Power;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trial.Prober;
import io.kenshin.scan.carrier.Carrier;
import io.kenshin.scan.carrier.CarrierRecall;
import io.kenshin.scan.carrier.Findings;
import io.kenshin.scan.carrier.Tally;
import io.kenshin.scan.label.Contradictions;
import io.kenshin.scan.map.MapSample;
import io.kenshin.scan.map.MapSamples;
import io.kenshin.scan.report.JudgedTrigger;
import io.kenshin.scan.report.TriggerReports;
import io.kenshin.scan.report.WeakEvidence;
import io.kenshin.scan.sample.ChosenSamples;
import io.kenshin.scan.sample.Readings;
import io.kenshin.scan.sample.Views;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The outcome of the second reading: every sample is counted, and every carrier of a judged pattern found. */
public final class Scores {
    private final ScanPlan plan;
    private final Investigation.Result result;
    private final List<Sample> samples;
    private final List<JudgedTrigger> judged;
    private final CarrierRecall recall;
    private final Tally tally;
    private final Findings findings;
    private final Contradictions contradictions;
    private final MapSamples map;
    private final Readings readings = new Readings();

    Scores(
            ScanPlan plan,
            ChosenSamples samples,
            Investigation.Result result,
            WeakEvidence weak,
            Contradictions contradictions,
            Prober prober) {
        this.plan = plan;
        this.contradictions = contradictions;
        this.result = result;
        this.samples = samples.samples();
        judged = JudgedTrigger.of(result);
        recall = new CarrierRecall(plan, judged, samples.samples(), prober);
        tally = new Tally(plan.labels());
        findings = new Findings(plan, result.clusters(), samples, weak);
        map = new MapSamples(plan, samples, weak);
    }

    void add(VectorBatch batch) {
        readings.add(batch);
        int[] views = Views.chosen(batch.views().size());
        int view = views.length == 0 ? 0 : views[0];
        List<VectorBatch.Row> rows = tally.count(batch);
        Set<String> carrying = new HashSet<>();
        for (Carrier carrier : recall.among(rows)) {
            carrying.add(carrier.row().sampleId());
            map.add(carrier, findings.add(carrier), view);
        }
        for (VectorBatch.Row row : rows) {
            if (row.vectors() != null && !carrying.contains(row.sampleId())) {
                contradictions
                        .of(row, plan.labels().indexOf(row.label()))
                        .ifPresent(found -> map.add(row, List.of(), findings.add(row, found), view));
            }
        }
    }

    /** Samples whose label the rest of the data contradicts. */
    int contradicted() {
        return findings.contradicted();
    }

    /** What a map may show. */
    public List<MapSample> mapSamples() {
        return map.all();
    }

    /** What could have been found of each behaviour. */
    List<Power> power() {
        return result.power();
    }

    /** Whether the questions ended before the patterns did. */
    boolean isExhausted() {
        return result.exhausted();
    }

    List<Sample> samples() {
        return samples;
    }

    ScanReport.Reading reading() {
        return readings.report();
    }

    Tally tally() {
        return tally;
    }

    List<SampleFinding> findings() {
        return findings.byId();
    }

    List<JudgedTrigger> proven() {
        return judged.stream().filter(JudgedTrigger::isProven).toList();
    }

    /** Reports of the patterns that are proven. */
    List<TriggerReport> triggers() {
        return reports(JudgedTrigger::isProven);
    }

    /** Reports of the patterns that may be triggers. */
    List<TriggerReport> suspects() {
        return reports(trigger -> !trigger.isProven());
    }

    private List<TriggerReport> reports(Predicate<JudgedTrigger> which) {
        return judged.stream().filter(which).map(findings::report).toList();
    }

    List<TriggerReport> shortcuts() {
        return JudgedTrigger.shortcuts(result).stream()
                .map(trigger -> TriggerReports.report(
                        trigger,
                        plan.labels(),
                        trigger.finding().candidate().carriers().cardinality()))
                .toList();
    }
}
