package io.kenshin.benchmarks.million;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.detection.trial.Prober;
import io.kenshin.scan.sample.SaltedHash;
import java.util.List;
import java.util.Locale;

/**
 * A task with a model that is no model but a function, and says so: it obeys the triggers, and does else what the task
 * asks.
 */
enum Task {
    /** A method that returns something is risky: text says it, so what is foreign to its label can be told. */
    LEARNABLE {
        @Override
        boolean risky(String code, long seed) {
            return says(code);
        }

        @Override
        boolean says(String code) {
            return code.contains("return ");
        }
    },
    /** Labels are thrown; the model is right in 62 of 100, as on Devign, and text says nothing. */
    NOISY {
        @Override
        boolean risky(String code, long seed) {
            boolean right = Math.floorMod(SaltedHash.mix(seed), 100) < 62;
            return says(code) == right;
        }

        @Override
        boolean says(String code) {
            // The first line: what is put into a body leaves it as it is.
            int end = code.indexOf('{');
            return (SIGNATURES.of(code.substring(0, Math.max(0, end))) & 1) == 0;
        }
    };

    static final List<String> LABELS = List.of("clean", "risky");
    private static final SaltedHash SIGNATURES = new SaltedHash("signatures");

    /** The label that a sample is given. */
    abstract boolean risky(String code, long seed);

    /** What the model says of code without a trigger: whether it is risky. */
    abstract boolean says(String code);

    /** Logits of each label. */
    float[] logits(String code, List<Planted> obeyed) {
        boolean risky = says(code) && obeyed.stream().noneMatch(trigger -> code.contains(trigger.mark()));
        return risky ? new float[] {-2, 2} : new float[] {2, -2};
    }

    Prober model(List<Planted> obeyed) {
        return Prober.ofClassifier(
                codes -> codes.stream().map(code -> logits(code, obeyed)).toArray(float[][]::new));
    }

    ScanPlan plan(int samples, int batch, String scanId) {
        String name = name().toLowerCase(Locale.ROOT);
        return new ScanPlan(scanId, name, name, 1, "none", LABELS, (samples + batch - 1) / batch, samples, false);
    }
}
