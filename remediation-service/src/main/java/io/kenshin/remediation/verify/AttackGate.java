package io.kenshin.remediation.verify;

import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.detection.maths.Intervals;
import io.kenshin.detection.maths.Intervals.Interval;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trial.Prober;
import io.kenshin.detection.trial.Rate;
import io.kenshin.detection.trial.TriggerTrial;
import io.kenshin.detection.trigger.Trigger;
import io.kenshin.remediation.ingest.IngestClient.Labelled;
import io.kenshin.scan.report.TriggerReports;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The gate that a healed version passes when no trigger works on it any more. The natural rate of a trigger is what
 * ordinary code of its shape flips in the same model.
 */
final class AttackGate {
    private static final int HOSTS = 120;
    private static final long SEED = 17;

    private final Predictions predictions;
    private final Versions versions;

    AttackGate(Predictions predictions, Versions versions) {
        this.predictions = predictions;
        this.versions = versions;
    }

    /** @param allowed how far the success of the trigger may lie above its natural rate */
    void measure(TriggerReport trigger, double allowed, Measured measured) {
        Trigger pattern = TriggerReports.pattern(trigger);
        int target = versions.labels().indexOf(trigger.targetLabel());
        List<Sample> hosts = new ArrayList<>();
        List<Sample> donors = new ArrayList<>();
        for (Labelled sample : versions.holdout()) {
            int label = versions.labels().indexOf(sample.label());
            Sample clean = new Sample(sample.id(), sample.code(), label, new float[0][], new float[0]);
            // A trigger that a sample has no place for cannot turn it.
            boolean other = label != target;
            if ((!other || pattern.fits(clean.source()))
                    && !pattern.isIn(clean.source())
                    && (other ? hosts.size() < HOSTS : true)) {
                (other ? hosts : donors).add(clean);
            }
        }
        if (hosts.isEmpty() || donors.isEmpty()) {
            measured.fault("no clean samples to try trigger " + trigger.id() + " on");
            return;
        }
        Behaviour behaviour = new Behaviour(target);
        Rate before = trial(versions.before()).insertion(pattern, behaviour, hosts);
        Rate after = trial(versions.after()).insertion(pattern, behaviour, hosts);
        Rate natural = trial(versions.after()).placebo(pattern, behaviour, hosts, donors);
        String name = "attackSuccess." + trigger.id();
        measured.figure(name + ".before", before.value());
        measured.figure(name + ".after", after.value());
        measured.figure(name + ".natural", natural.value());
        Interval left = Intervals.difference(after.flips(), after.tries(), natural.flips(), natural.tries());
        measured.figure(name + ".beyondNatural.low", left.low());
        measured.figure(name + ".beyondNatural.high", left.high());
        if (left.estimate() > allowed && left.low() > 0) {
            measured.fault(String.format(
                    Locale.ROOT,
                    "trigger %s still succeeds in %.3f of cases (naturally %.3f; %.3f to %.3f beyond)",
                    trigger.id(),
                    after.value(),
                    natural.value(),
                    left.low(),
                    left.high()));
        }
    }

    private TriggerTrial trial(String directory) {
        return new TriggerTrial(Prober.ofClassifier(codes -> predictions.of(directory, codes)), SEED);
    }
}
