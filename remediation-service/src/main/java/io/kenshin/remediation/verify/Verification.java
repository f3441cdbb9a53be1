package io.kenshin.remediation.verify;

import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.remediation.Policy;
import io.kenshin.contracts.sample.SampleRecord;
import io.kenshin.outbox.Lease;
import io.kenshin.remediation.cases.RemediationCase;
import io.kenshin.remediation.ingest.IngestClient;
import io.kenshin.remediation.ingest.IngestClient.Labelled;
import io.kenshin.remediation.policy.Policies;
import io.kenshin.remediation.probe.ModelProbes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * The verification of a healed version: whether the attack is gone, whether it still does its work, and whether a fresh
 * scan finds anything.
 */
@ApplicationScoped
public class Verification {
    private static final int HOLDOUT = 400;

    private final IngestClient ingest;
    private final ModelProbes probes;
    private final Policies policies;
    private final Rescan rescan;

    Verification(IngestClient ingest, ModelProbes probes, Policies policies, Rescan rescan) {
        this.ingest = ingest;
        this.probes = probes;
        this.policies = policies;
        this.rescan = rescan;
    }

    /** Whether the gates were passed, why, and what was measured. */
    public record Outcome(boolean passed, String reason, Map<String, Double> figures) {}

    /** @param lease of who heals the case */
    public Outcome verify(RemediationCase open, Lease lease) {
        String fresh = rescan.order(open, lease);
        List<Labelled> holdout = ingest.samples(open.dataset, SampleRecord.TEST, HOLDOUT);
        String basis = "";
        if (holdout.isEmpty()) {
            basis = " (the data set has no test split: measured on training samples)";
            holdout = ingest.samples(open.dataset, SampleRecord.TRAIN, HOLDOUT);
        }
        Versions versions = Versions.of(open, holdout);
        Policy policy = policies.of(open.dataset, open.model);
        Measured measured = new Measured();
        new AccuracyGate(probes::predict, versions).measure(policy.accuracyLoss(), measured);
        AttackGate attack = new AttackGate(probes::predict, versions);
        for (TriggerReport trigger : open.triggers()) {
            attack.measure(trigger, policy.attackSuccess(), measured);
        }
        rescan.measure(fresh, measured);
        return measured.outcome(basis);
    }
}
