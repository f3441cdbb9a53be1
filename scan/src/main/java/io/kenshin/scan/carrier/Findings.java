package io.kenshin.scan.carrier;

import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.Evidence;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.labels.Contradiction;
import io.kenshin.detection.representation.OverClustering.Cluster;
import io.kenshin.scan.report.JudgedTrigger;
import io.kenshin.scan.report.Proof;
import io.kenshin.scan.report.TriggerReports;
import io.kenshin.scan.report.WeakEvidence;
import io.kenshin.scan.sample.ChosenSamples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The samples that something was found about, each with its evidence, and how many carry each pattern. */
public final class Findings {
    /** Labels in doubt beyond this number are counted, and not listed: nobody looks at more. */
    private static final int MOST_CONTRADICTED = 2_000;

    private final ScanPlan plan;
    private final List<Cluster> clusters;
    private final ChosenSamples samples;
    private final WeakEvidence weak;
    private final List<SampleFinding> findings = new ArrayList<>();
    private final Map<String, Integer> carriers = new HashMap<>();
    private int contradicted;

    /** @param clusters that the investigation saw */
    public Findings(ScanPlan plan, List<Cluster> clusters, ChosenSamples samples, WeakEvidence weak) {
        this.plan = plan;
        this.clusters = clusters;
        this.samples = samples;
        this.weak = weak;
    }

    /** Carriers of what is proven are to be held back, those of what is suspected are for people to decide on. */
    public SampleFinding add(Carrier carrier) {
        JudgedTrigger trigger = carrier.trigger();
        VectorBatch.Row row = carrier.row();
        carriers.merge(trigger.id(), 1, Integer::sum);
        List<Evidence> evidence = Proof.of(trigger.finding(), clusters, plan.labels(), samples.views());
        Decision decision = trigger.isProven() ? Decision.QUARANTINE : Decision.REVIEW;
        SampleFinding found = finding(row, decision, trigger.finding().strength(), evidence, trigger.id());
        findings.add(found);
        return found;
    }

    /** A sample without a pattern, whose label people have to look at. */
    public SampleFinding add(VectorBatch.Row row, Contradiction contradiction) {
        List<Evidence> evidence = List.of(Proof.of(contradiction, plan.labels()));
        SampleFinding found = finding(row, Decision.REVIEW, contradiction.wrong(), evidence, null);
        contradicted++;
        if (contradicted <= MOST_CONTRADICTED) {
            findings.add(found);
        }
        return found;
    }

    private SampleFinding finding(
            VectorBatch.Row row, Decision decision, double score, List<Evidence> proof, @Nullable String triggerId) {
        List<Evidence> evidence = new ArrayList<>(proof);
        evidence.addAll(weak.of(row.sampleId()));
        return new SampleFinding(
                plan.scanId(),
                row.sampleId(),
                row.externalId(),
                row.source(),
                row.label(),
                decision,
                score,
                List.copyOf(evidence),
                triggerId);
    }

    /** How many samples without a pattern there are. */
    public int contradicted() {
        return contradicted;
    }

    /** What the whole scan holds of a pattern. */
    public TriggerReport report(JudgedTrigger trigger) {
        return TriggerReports.report(trigger, plan.labels(), carriers.getOrDefault(trigger.id(), 0));
    }

    /** By sample. */
    public List<SampleFinding> byId() {
        return findings.stream()
                .sorted(Comparator.comparing(SampleFinding::sampleId))
                .toList();
    }
}
