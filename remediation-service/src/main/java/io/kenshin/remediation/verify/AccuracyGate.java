package io.kenshin.remediation.verify;

import io.kenshin.detection.maths.Intervals;
import io.kenshin.detection.maths.Intervals.Interval;
import io.kenshin.detection.sample.Logits;
import io.kenshin.remediation.ingest.IngestClient.Labelled;
import java.util.List;
import java.util.Locale;

/** The gate that a healed version passes when it still does its work on clean samples. */
final class AccuracyGate {
    private final Predictions predictions;
    private final Versions versions;

    AccuracyGate(Predictions predictions, Versions versions) {
        this.predictions = predictions;
        this.versions = versions;
    }

    /** @param allowed how far clean accuracy may fall */
    void measure(double allowed, Measured measured) {
        boolean[] before = right(versions.before());
        boolean[] after = right(versions.after());
        measured.figure("cleanAccuracy.before", part(before));
        measured.figure("cleanAccuracy.after", part(after));
        for (String label : versions.labels()) {
            recall(label, before, "before", measured);
            recall(label, after, "after", measured);
        }
        if (versions.holdout().isEmpty()) {
            return;
        }
        // One training moves by points for no reason: what counts is what the same samples say beyond chance.
        Interval change = Intervals.pairedDifference(after, before);
        measured.figure("cleanAccuracy.change.low", change.low());
        measured.figure("cleanAccuracy.change", change.estimate());
        measured.figure("cleanAccuracy.change.high", change.high());
        if (change.high() < -allowed || change.estimate() < -2 * allowed) {
            measured.fault(String.format(
                    Locale.ROOT,
                    "clean accuracy fell from %.3f to %.3f (change %.3f to %.3f)",
                    part(before),
                    part(after),
                    change.low(),
                    change.high()));
        }
    }

    private void recall(String label, boolean[] right, String when, Measured measured) {
        int of = 0;
        int hits = 0;
        for (int i = 0; i < right.length; i++) {
            boolean own = versions.holdout().get(i).label().equals(label);
            of += own ? 1 : 0;
            hits += own && right[i] ? 1 : 0;
        }
        if (of > 0) {
            measured.figure("recall." + label + "." + when, (double) hits / of);
        }
    }

    private static double part(boolean[] right) {
        int hits = 0;
        for (boolean one : right) {
            hits += one ? 1 : 0;
        }
        return right.length == 0 ? 0 : (double) hits / right.length;
    }

    private boolean[] right(String directory) {
        List<Labelled> samples = versions.holdout();
        float[][] logits =
                predictions.of(directory, samples.stream().map(Labelled::code).toList());
        boolean[] right = new boolean[logits.length];
        for (int i = 0; i < logits.length; i++) {
            String said = versions.labels().get(Logits.argmax(logits[i]));
            right[i] = said.equals(samples.get(i).label());
        }
        return right;
    }
}
