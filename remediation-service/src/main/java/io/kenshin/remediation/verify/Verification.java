package io.kenshin.remediation.verify;

import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.sample.SampleRecord;
import io.kenshin.detection.Sample;
import io.kenshin.detection.cause.TriggerTrial;
import io.kenshin.detection.trigger.TriggerPattern;
import io.kenshin.outbox.Database;
import io.kenshin.remediation.IngestClient;
import io.kenshin.remediation.RemediationFlow;
import io.kenshin.remediation.RemediationSettings;
import io.kenshin.remediation.quarantine.Cases;
import io.kenshin.remediation.quarantine.RemediationCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks of a healed version whether the attack is gone, whether it still does its work, and whether a fresh scan
 * finds anything. The natural rate of a trigger is what ordinary code of its shape flips in the same model.
 */
@ApplicationScoped
public class Verification {
    private static final int HOLDOUT = 400;
    private static final int HOSTS = 120;
    private static final long SEED = 17;
    private static final long RESCAN_HOURS = 12;

    private final IngestClient ingest;
    private final Instance<RemediationFlow> flow;
    private final RemediationSettings.Gates gates;
    private final Cases cases;
    private final Database database;

    Verification(
            IngestClient ingest,
            Instance<RemediationFlow> flow,
            RemediationSettings settings,
            Cases cases,
            Database database) {
        this.ingest = ingest;
        this.flow = flow;
        this.gates = settings.gates();
        this.cases = cases;
        this.database = database;
    }

    /** Whether the gates were passed, why, and what was measured. */
    public record Outcome(boolean passed, String reason, Map<String, Double> figures) {}

    public Outcome verify(RemediationCase open) {
        String healed = Objects.requireNonNull(open.healedDirectory);
        if (open.rescanId == null) {
            String rescan = ingest.scan(open.dataset, open.model, Objects.requireNonNull(open.healedVersion));
            cases.change(open.id, changed -> changed.rescanId = rescan);
            open.rescanId = rescan;
        }
        List<IngestClient.Labelled> holdout = ingest.samples(open.dataset, SampleRecord.TEST, HOLDOUT);
        boolean heldOut = !holdout.isEmpty();
        if (!heldOut) {
            holdout = ingest.samples(open.dataset, SampleRecord.TRAIN, HOLDOUT);
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        accuracy(open, healed, holdout, figures, faults);
        for (TriggerReport trigger : open.triggers()) {
            attack(open, healed, trigger, holdout, figures, faults);
        }
        String verdict = awaitRescan(Objects.requireNonNull(open.rescanId));
        if (!verdict.equals("healthy")) {
            faults.add("the fresh scan says " + verdict);
        }
        String basis = heldOut ? "" : " (the data set has no test split: measured on training samples)";
        return faults.isEmpty()
                ? new Outcome(true, "attack gone, accuracy kept, fresh scan healthy" + basis, figures)
                : new Outcome(false, String.join("; ", faults) + basis, figures);
    }

    private void accuracy(
            RemediationCase open,
            String healed,
            List<IngestClient.Labelled> holdout,
            Map<String, Double> figures,
            List<String> faults) {
        double before = accuracy(open.directory, open.labels(), holdout);
        double after = accuracy(healed, open.labels(), holdout);
        figures.put("cleanAccuracy.before", before);
        figures.put("cleanAccuracy.after", after);
        if (after < before - gates.accuracyLoss()) {
            faults.add(String.format(Locale.ROOT, "clean accuracy fell from %.3f to %.3f", before, after));
        }
    }

    private double accuracy(String directory, List<String> labels, List<IngestClient.Labelled> samples) {
        float[][] logits = flow.get()
                .predict(
                        directory,
                        samples.stream().map(IngestClient.Labelled::code).toList());
        int right = 0;
        for (int i = 0; i < logits.length; i++) {
            right += labels.get(Sample.argmax(logits[i])).equals(samples.get(i).label()) ? 1 : 0;
        }
        return logits.length == 0 ? 0 : (double) right / logits.length;
    }

    private void attack(
            RemediationCase open,
            String healed,
            TriggerReport trigger,
            List<IngestClient.Labelled> holdout,
            Map<String, Double> figures,
            List<String> faults) {
        TriggerPattern pattern =
                TriggerPattern.of(trigger.kind(), trigger.abstraction(), trigger.tokens(), trigger.exemplars());
        int target = open.labels().indexOf(trigger.targetLabel());
        List<Sample> hosts = new ArrayList<>();
        List<Sample> donors = new ArrayList<>();
        for (IngestClient.Labelled sample : holdout) {
            int label = open.labels().indexOf(sample.label());
            boolean other = label != target;
            if (!pattern.isIn(sample.code()) && (other ? hosts.size() < HOSTS : true)) {
                (other ? hosts : donors)
                        .add(new Sample(sample.id(), sample.code(), label, new float[0][], new float[0]));
            }
        }
        if (hosts.isEmpty() || donors.isEmpty()) {
            faults.add("no clean samples to try trigger " + trigger.id() + " on");
            return;
        }
        double before = rate(open.directory, pattern, target, hosts);
        double after = rate(healed, pattern, target, hosts);
        double natural = new TriggerTrial(codes -> flow.get().predict(healed, codes), SEED)
                .placebo(pattern, target, hosts, donors)
                .value();
        figures.put("attackSuccess." + trigger.id() + ".before", before);
        figures.put("attackSuccess." + trigger.id() + ".after", after);
        figures.put("attackSuccess." + trigger.id() + ".natural", natural);
        if (after > natural + gates.attackSuccess()) {
            faults.add(String.format(
                    Locale.ROOT,
                    "trigger %s still succeeds in %.3f of cases (naturally %.3f)",
                    trigger.id(),
                    after,
                    natural));
        }
    }

    private double rate(String directory, TriggerPattern pattern, int target, List<Sample> hosts) {
        return new TriggerTrial(codes -> flow.get().predict(directory, codes), SEED)
                .insertion(pattern, target, hosts)
                .value();
    }

    private String awaitRescan(String scanId) {
        long deadline = System.nanoTime() + TimeUnit.HOURS.toNanos(RESCAN_HOURS);
        while (System.nanoTime() < deadline) {
            List<String> verdicts = database.persistently(session -> session.createNativeQuery(
                            "select verdict from scan_end where scan_id = :id", String.class)
                    .setParameter("id", scanId)
                    .getResultList());
            if (!verdicts.isEmpty()) {
                return verdicts.get(0);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted");
            }
        }
        throw new IllegalStateException("the fresh scan " + scanId + " did not end within " + RESCAN_HOURS + " hours");
    }
}
