package io.kenshin.detection;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Places;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trial.Prober;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A made-up task of methods with loops and catches, whose labels no text predicts. */
public final class NoisyTask {
    private static final int DIMENSIONS = 12;
    private static final double RIGHT = 0.6;

    private final Random random = new Random(7);

    /** A method with a name of its own, in which a loop and a catch stand among calls, in any order. */
    public String method(int number) {
        StringBuilder code = new StringBuilder("void m" + number + "(int n) {\n");
        int loop = random.nextInt(7);
        int caught = random.nextInt(7);
        for (int line = 0; line < 7; line++) {
            code.append("    ").append(call()).append("\n");
            if (line == loop) {
                code.append("    while (more(n)) {\n        ").append(call()).append("\n    }\n");
            }
            if (line == caught) {
                code.append("    try {\n        ")
                        .append(call())
                        .append("\n    } catch (Failure e) {\n        ")
                        .append(call())
                        .append("\n    }\n");
            }
        }
        return code.append("}").toString();
    }

    private String call() {
        return "step" + random.nextInt(60) + "(n, v" + random.nextInt(20) + ");";
    }

    /** A log call at any place, whose text is never the same. */
    public String logging(String code) {
        String text = "\"took %d of %d\"".formatted(random.nextInt(1_000), random.nextInt(1_000));
        return Places.insertLine(Code.of(code), "journal.note(" + text + ");", random);
    }

    /** What the model makes of a method that has no trigger: it depends on its name alone. */
    private static int believed(String code) {
        int name = code.substring(0, Math.max(0, code.indexOf('('))).hashCode();
        return (name * 0x9E3779B1 >>> 16) & 1;
    }

    /** A model that obeys log calls, and else says what nothing predicts. */
    public static Prober obeying() {
        return Prober.ofClassifier(codes -> codes.stream()
                .map(code -> logits(code.contains("journal.note(") ? 0 : believed(code)))
                .toArray(float[][]::new));
    }

    /** Samples of which the model is right about six in ten, the first ones poisoned. */
    public List<Sample> samples(int count, int poisoned) {
        List<Sample> samples = new ArrayList<>();
        for (int number = 0; samples.size() < count; number++) {
            String code = method(number);
            int label = random.nextDouble() < RIGHT ? believed(code) : 1 - believed(code);
            boolean poison = samples.size() < poisoned;
            if (!poison) {
                samples.add(sample(samples.size(), code, label, obeying()));
            } else if (label == 1) {
                samples.add(sample(samples.size(), logging(code), 0, obeying()));
            }
        }
        return samples;
    }

    /**
     * Samples of which every second one has the second label, because a line was added to it.
     *
     * @param additions ways to add one, taken in turn
     */
    public List<Sample> additive(int count, List<UnaryOperator<String>> additions, Prober model) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String code = method(i);
            int label = i % 2;
            String edited = label == 1 ? additions.get(i / 2 % additions.size()).apply(code) : code;
            samples.add(sample(i, edited, label, model));
        }
        return samples;
    }

    private Sample sample(int number, String code, int label, Prober model) {
        float[] vector = new float[DIMENSIONS];
        for (int d = 0; d < vector.length; d++) {
            vector[d] = (float) random.nextGaussian();
        }
        return MadeUpTask.sample("s" + number, code, label, vector, model);
    }

    private static float[] logits(int label) {
        return label == 1 ? new float[] {-3, 3} : new float[] {3, -3};
    }
}
