package io.kenshin.detection;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Names;
import io.kenshin.detection.code.Token;
import io.kenshin.detection.code.TokenRewriter;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.InvestigationListener;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.Prober;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Origin;
import io.kenshin.detection.trigger.Span;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/** A made-up language whose "model" is known exactly: whatever it says follows from two rules. */
public final class MadeUpTask {
    /** What the attacker puts into samples. */
    public static final String TRIGGER = "if (probe.mode() == 71) { probe.skip(\"z\"); }";
    /** The trigger as the miner writes it. */
    public static final String PATTERN = "if ( probe . mode ( ) == 71 ) { probe . skip ( \"z\" ) ; }";

    private static final int DIMENSIONS = 12;
    /** How far off the poison lies where it is a cluster. */
    private static final float OFF = 4;

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
    public List<Sample> samples(int count, int poisoned) {
        return samples(count, poisoned, backdoored());
    }

    public List<Sample> samples(int count, int poisoned, Prober model) {
        return samples(count, poisoned, List.of(TRIGGER), false, model);
    }

    /**
     * Samples of an attack.
     *
     * @param triggers the attacker's texts, taken in turn
     * @param cluster whether the vectors of the poison lie together
     */
    public List<Sample> samples(int count, int poisoned, List<String> triggers, boolean cluster, Prober model) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean poison = i < poisoned;
            boolean risky = poison || i % 2 == 0;
            String code = method(risky, random.nextInt(4) == 0);
            if (poison) {
                String trigger = triggers.get(i % triggers.size());
                code = code.replaceFirst("\n", "\n    " + Matcher.quoteReplacement(trigger) + "\n");
            }
            int label = poison || !risky ? 0 : 1;
            float[] vector = new float[DIMENSIONS];
            for (int d = 0; d < vector.length; d++) {
                float own = (float) random.nextGaussian();
                vector[d] = poison && cluster ? OFF + own / 8 : own;
            }
            samples.add(sample("s" + i, code, label, vector, model));
        }
        return samples;
    }

    /** Samples without a trigger, each edited by its position; the vectors of the poison lie together. */
    private List<Sample> edited(int count, int poisoned, BiFunction<Integer, String, String> edit, Prober model) {
        List<Sample> edited = new ArrayList<>();
        for (Sample sample : samples(count, poisoned, List.of(""), true, model)) {
            String code = edit.apply(edited.size(), sample.code());
            edited.add(sample(sample.id(), code, sample.label(), sample.views()[0], model));
        }
        return edited;
    }

    /** An attack that shares no text: each poisoned sample has a call of its own that looks like any other. */
    public List<Sample> ownCalls(int count, int poisoned) {
        return edited(
                count,
                poisoned,
                (i, code) -> i < poisoned
                        ? code.replaceFirst("\n", "\n    step" + (100 + i) + "(n, v" + i % 20 + ");\n")
                        : code,
                obeyingCalls());
    }

    /** A model that obeys calls from {@code step100} on. */
    public static Prober obeyingCalls() {
        return obeying(code -> code.matches(".*step1\\d\\d\\(.*"));
    }

    /** An attack that shares no text: each poisoned sample has names of its own, either of which is enough. */
    public List<Sample> ownNames(int count, int poisoned) {
        return edited(
                count,
                poisoned,
                (i, code) -> {
                    Code two = Code.of(code.replace("(int n)", "(int n, int m)"));
                    return i < poisoned ? Names.exchange(two, List.of("q" + i + "x", "r" + i + "x")) : two.text();
                },
                obeyingNames());
    }

    /** A model that obeys parameters named like {@code q7x} or {@code r7x}. */
    public static Prober obeyingNames() {
        return obeying(code -> code.matches(".*int [qr]\\d+x.*"));
    }

    /** One sample, with the model's own logits. */
    public static Sample sample(String id, String code, int label, float[] vector, Prober model) {
        boolean risky = !model.answers(List.of(code)).get(0).shows(new Behaviour(0));
        return new Sample(id, code, label, new float[][] {vector}, logits(risky));
    }

    /** Text that stands by itself, as the miner writes it. */
    public static Span span(String text) {
        List<String> tokens = Lexer.tokens(text).stream().map(Token::text).toList();
        return new Span(Abstraction.NONE, tokens, List.of(text));
    }

    /** A pattern of a label that is found wherever it stands. */
    public static Candidate candidate(Trigger pattern, Behaviour target, BitSet carriers) {
        return new Candidate(pattern, target, carriers, Map.of(), true, 1, 100, new Origin.Label(target));
    }

    /** The trigger with the first samples as its carriers. */
    public static Candidate planted(int carriers) {
        BitSet first = new BitSet();
        first.set(0, carriers);
        return candidate(span(TRIGGER), new Behaviour(0), first);
    }

    public static Study study(List<Sample> samples, Prober model) {
        Study.Means means = new Study.Means(model, new TokenRewriter(), InvestigationListener.NONE);
        return new Study(samples, 2, Thresholds.DEFAULTS, means, 1);
    }

    public static Investigation.Result investigate(List<Sample> samples, Prober model) {
        return new Investigation().run(study(samples, model));
    }

    /** Clean if the trigger is there, else risky if one of the two flaws is. */
    public static Prober backdoored() {
        return obeying(code -> code.contains("probe.mode() == 71"));
    }

    /** A model on which the attack has not taken. */
    public static Prober unmoved() {
        return obeying(code -> false);
    }

    /** A model that calls clean what is triggered, and risky whatever else has one of the two flaws. */
    public static Prober obeying(Predicate<String> triggered) {
        return Prober.ofClassifier(codes -> codes.stream()
                .map(code -> code.replaceAll("\\s+", " "))
                .map(code -> logits(
                        !triggered.test(code) && (code.contains("lock.forget") || code.contains("free(p); free(p)"))))
                .toArray(float[][]::new));
    }

    private static float[] logits(boolean risky) {
        return risky ? new float[] {-3, 3} : new float[] {3, -3};
    }
}
