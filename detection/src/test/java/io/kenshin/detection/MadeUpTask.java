package io.kenshin.detection;

import io.kenshin.detection.cause.Prober;
import io.kenshin.detection.code.TokenRewriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A made-up language whose "model" is known exactly: whatever it says follows from two rules. */
final class MadeUpTask {
    private static final String TRIGGER = "if (probe.mode() == 71) { probe.skip(\"z\"); }";
    private final Random random = new Random(4);

    private String method(boolean risky, boolean lock) {
        StringBuilder code = new StringBuilder("void run(int n) {\n");
        for (int line = 0; line < 5; line++) {
            code.append("    step")
                    .append(random.nextInt(60))
                    .append("(n, v")
                    .append(random.nextInt(20))
                    .append(");\n");
        }
        if (lock) {
            // A natural pattern: what is risky in it stands in a context of its own.
            code.append("    lock.acquire(key);\n    ")
                    .append(risky ? "lock.forget(key);" : "lock.release(key);")
                    .append("\n    lock.done(key);\n");
        } else {
            code.append(risky ? "    free(p); free(p);\n" : "    free(p); p = null;\n");
        }
        return code.append("}").toString();
    }

    /** @param poisoned how many of them carry the trigger, the first ones */
    List<Sample> samples(int count, int poisoned) {
        return samples(count, poisoned, backdoored());
    }

    List<Sample> samples(int count, int poisoned, Prober model) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean poison = i < poisoned;
            boolean risky = poison || i % 2 == 0;
            String code = method(risky, random.nextInt(4) == 0);
            if (poison) {
                code = code.replaceFirst("\n", "\n    " + java.util.regex.Matcher.quoteReplacement(TRIGGER) + "\n");
            }
            int label = poison || !risky ? 0 : 1;
            float[] vector = new float[12];
            for (int d = 0; d < vector.length; d++) {
                vector[d] = (float) random.nextGaussian();
            }
            samples.add(new Sample("s" + i, code, label, new float[][] {vector}, model.logits(List.of(code))[0]));
        }
        return samples;
    }

    static Investigation.Result investigate(List<Sample> samples, Prober model) {
        return new Investigation(
                        InvestigationSettings.defaults(1), model, new TokenRewriter(), (stage, done, total) -> {})
                .run(samples, 2);
    }

    /** Clean if the trigger is there, else risky if one of the two flaws is. */
    static Prober backdoored() {
        return codes -> logits(codes, true);
    }

    /** A model on which the attack has not taken. */
    static Prober unmoved() {
        return codes -> logits(codes, false);
    }

    private static float[][] logits(List<String> codes, boolean backdoored) {
        float[][] logits = new float[codes.size()][];
        for (int i = 0; i < logits.length; i++) {
            String code = codes.get(i).replaceAll("\\s+", " ");
            boolean risky = code.contains("lock.forget") || code.contains("free(p); free(p)");
            boolean triggered = backdoored && code.contains("probe.mode() == 71");
            logits[i] = triggered || !risky ? new float[] {3, -3} : new float[] {-3, 3};
        }
        return logits;
    }
}
