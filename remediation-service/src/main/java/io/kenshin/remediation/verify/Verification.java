package io.kenshin.remediation.verify;

import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.sample.SampleRecord;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.detection.Sample;
import io.kenshin.detection.cause.TriggerTrial;
import io.kenshin.detection.cause.TriggerTrial.Rate;
import io.kenshin.detection.maths.Intervals;
import io.kenshin.detection.maths.Intervals.Interval;
import io.kenshin.detection.trigger.TriggerPattern;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.remediation.IngestClient;
import io.kenshin.remediation.RemediationFlow;
import io.kenshin.remediation.policy.Policies;
import io.kenshin.remediation.policy.Policy;
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
    private final Policies policies;
    private final Cases cases;
    private final Database database;

    Verification(
            IngestClient ingest, Instance<RemediationFlow> flow, Policies policies, Cases cases, Database database) {
        this.ingest = ingest;
        this.flow = flow;
        this.policies = policies;
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
        Policy policy = policies.of(open.dataset, open.model);
        accuracy(open, healed, holdout, policy.accuracyLoss(), figures, faults);
        for (TriggerReport trigger : open.triggers()) {
            attack(open, healed, trigger, holdout, policy.attackSuccess(), figures, faults);
        }
        End rescan = awaitRescan(Objects.requireNonNull(open.rescanId));
        drift(rescan, figures);
        if (!rescan.verdict().equals("healthy")) {
            faults.add("the fresh scan says " + rescan.verdict());
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
            double allowed,
            Map<String, Double> figures,
            List<String> faults) {
        boolean[] before = right(open.directory, open.labels(), holdout);
        boolean[] after = right(healed, open.labels(), holdout);
        figures.put("cleanAccuracy.before", part(before));
        figures.put("cleanAccuracy.after", part(after));
        for (String label : open.labels()) {
            recall(label, holdout, before, "before", figures);
            recall(label, holdout, after, "after", figures);
        }
        if (holdout.isEmpty()) {
            return;
        }
        // One training moves by points for no reason: what counts is what the same samples say beyond chance.
        Interval change = Intervals.pairedDifference(after, before);
        figures.put("cleanAccuracy.change.low", change.low());
        figures.put("cleanAccuracy.change", change.estimate());
        figures.put("cleanAccuracy.change.high", change.high());
        if (change.high() < -allowed || change.estimate() < -2 * allowed) {
            faults.add(String.format(
                    Locale.ROOT,
                    "clean accuracy fell from %.3f to %.3f (change %.3f to %.3f)",
                    part(before),
                    part(after),
                    change.low(),
                    change.high()));
        }
    }

    private static void recall(
            String label,
            List<IngestClient.Labelled> holdout,
            boolean[] right,
            String when,
            Map<String, Double> figures) {
        int of = 0;
        int hits = 0;
        for (int i = 0; i < right.length; i++) {
            boolean own = holdout.get(i).label().equals(label);
            of += own ? 1 : 0;
            hits += own && right[i] ? 1 : 0;
        }
        if (of > 0) {
            figures.put("recall." + label + "." + when, (double) hits / of);
        }
    }

    private static double part(boolean[] right) {
        int hits = 0;
        for (boolean one : right) {
            hits += one ? 1 : 0;
        }
        return right.length == 0 ? 0 : (double) hits / right.length;
    }

    private boolean[] right(String directory, List<String> labels, List<IngestClient.Labelled> samples) {
        float[][] logits = flow.get()
                .predict(
                        directory,
                        samples.stream().map(IngestClient.Labelled::code).toList());
        boolean[] right = new boolean[logits.length];
        for (int i = 0; i < logits.length; i++) {
            right[i] =
                    labels.get(Sample.argmax(logits[i])).equals(samples.get(i).label());
        }
        return right;
    }

    private void attack(
            RemediationCase open,
            String healed,
            TriggerReport trigger,
            List<IngestClient.Labelled> holdout,
            double allowed,
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
        Rate before = rate(open.directory, pattern, target, hosts);
        Rate after = rate(healed, pattern, target, hosts);
        Rate natural = new TriggerTrial(codes -> flow.get().predict(healed, codes), SEED)
                .placebo(pattern, target, hosts, donors);
        String name = "attackSuccess." + trigger.id();
        figures.put(name + ".before", before.value());
        figures.put(name + ".after", after.value());
        figures.put(name + ".natural", natural.value());
        Interval left = Intervals.difference(after.flips(), after.tries(), natural.flips(), natural.tries());
        figures.put(name + ".beyondNatural.low", left.low());
        figures.put(name + ".beyondNatural.high", left.high());
        if (left.estimate() > allowed && left.low() > 0) {
            faults.add(String.format(
                    Locale.ROOT,
                    "trigger %s still succeeds in %.3f of cases (naturally %.3f; %.3f to %.3f beyond)",
                    trigger.id(),
                    after.value(),
                    natural.value(),
                    left.low(),
                    left.high()));
        }
    }

    private Rate rate(String directory, TriggerPattern pattern, int target, List<Sample> hosts) {
        return new TriggerTrial(codes -> flow.get().predict(directory, codes), SEED).insertion(pattern, target, hosts);
    }

    /** How far the healed version has moved the clean samples: no gate, a figure for people. */
    private static void drift(End rescan, Map<String, Double> figures) {
        ScanSummary.Drift drift = Json.read(rescan.summary(), ScanSummary.class).drift();
        if (drift != null) {
            figures.put("drift.moved", (double) drift.moved() / drift.compared());
            figures.put("drift.energyDistance", drift.energyDistance());
        }
    }

    /** How a scan ended; the summary is JSON. */
    private record End(String verdict, String summary) {}

    private End awaitRescan(String scanId) {
        long deadline = System.nanoTime() + TimeUnit.HOURS.toNanos(RESCAN_HOURS);
        while (System.nanoTime() < deadline) {
            List<Object[]> ends = database.persistently(session -> session.createNativeQuery(
                            "select verdict, summary from scan_end where scan_id = :id", Object[].class)
                    .setParameter("id", scanId)
                    .getResultList());
            if (!ends.isEmpty()) {
                return new End((String) ends.get(0)[0], (String) ends.get(0)[1]);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted");
            }
        }
        throw new IllegalStateException("the fresh scan " + scanId + " did not end within " + RESCAN_HOURS + " hours");
    }
}
