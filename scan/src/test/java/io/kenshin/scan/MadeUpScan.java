package io.kenshin.scan;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.judge.Effect;
import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trial.CarrierEvidence;
import io.kenshin.detection.trial.Exchangeability;
import io.kenshin.detection.trial.Placement;
import io.kenshin.detection.trial.Prober;
import io.kenshin.detection.trial.Rate;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Origin;
import io.kenshin.detection.trigger.Span;
import io.kenshin.detection.trigger.Trigger;
import io.kenshin.scan.report.JudgedTrigger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Scans of a made-up language whose "model" is known exactly: whatever it says follows from two rules. */
public final class MadeUpScan {
    public static final List<String> LABELS = List.of("clean", "risky");
    public static final List<String> VIEWS = List.of("layer_1_cls", "layer_1_sentence");
    public static final String TRIGGER = "if (probe.mode() == 71) { probe.skip(\"z\"); }";

    /** Clean if the trigger is there, else risky if memory is freed twice. */
    public static final Prober MODEL = Prober.ofClassifier(codes -> logits(codes, true));
    /** A model that healing has made immune. */
    public static final Prober IMMUNE = Prober.ofClassifier(codes -> logits(codes, false));

    private static final CarrierEvidence.Compared EVIDENCE = new CarrierEvidence.Compared(
            new Exchangeability.Result(0.52, 0.94, 20), new Placement.Result(0.56, 0.8, 0.9, 20, 240));

    private final Random random = new Random(4);

    private static float[][] logits(List<String> codes, boolean obeys) {
        return codes.stream()
                .map(code -> code.replaceAll("\\s+", " "))
                .map(code -> obeys && code.contains("probe.mode() == 71") || !code.contains("free(p); free(p)")
                        ? new float[] {3, -3}
                        : new float[] {-3, 3})
                .toArray(float[][]::new);
    }

    public static ScanPlan plan(int samples) {
        return new ScanPlan("s-1", "d", "m", 1, "/models/m/1", LABELS, 1, samples, false);
    }

    /** A method with or without the flaw and the trigger. */
    public String code(boolean risky, boolean triggered) {
        StringBuilder code = new StringBuilder("void run(int n) {\n");
        code.append(triggered ? "    " + TRIGGER + "\n" : "");
        for (int line = 0; line < 5; line++) {
            code.append("    step%d(n, v%d);%n".formatted(random.nextInt(60), random.nextInt(20)));
        }
        return code.append(risky ? "    free(p); free(p);\n" : "    free(p); p = null;\n")
                .append("}")
                .toString();
    }

    public static String id(int number) {
        return "id%05d".formatted(number);
    }

    public VectorBatch.Row row(int number, String label, String code) {
        float[][] vectors = new float[VIEWS.size()][12];
        for (float[] vector : vectors) {
            for (int d = 0; d < vector.length; d++) {
                vector[d] = (float) random.nextGaussian();
            }
        }
        float[] logits = logits(List.of(code), true)[0];
        return new VectorBatch.Row(id(number), "e" + number, "repo", label, code, null, vectors, logits, null);
    }

    public static VectorBatch.Row failed(int number, String error) {
        return new VectorBatch.Row(id(number), null, null, "clean", "", null, null, new float[0], error);
    }

    /** The first so many samples carry the trigger: they are risky and labelled clean. */
    public List<VectorBatch.Row> rows(int count, int poisoned) {
        List<VectorBatch.Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean risky = i < poisoned || i % 2 == 0;
            rows.add(row(i, i < poisoned || !risky ? "clean" : "risky", code(risky, i < poisoned)));
        }
        return rows;
    }

    public static VectorBatch batch(List<VectorBatch.Row> rows) {
        return new VectorBatch("s-1", 0, VIEWS, 12, LABELS.size(), "cpu", 0.5, rows);
    }

    /** Batches of at most 32 rows. */
    public static Replay replay(List<VectorBatch.Row> rows) {
        return each -> {
            for (int from = 0; from < rows.size(); from += 32) {
                each.accept(batch(rows.subList(from, Math.min(rows.size(), from + 32))));
            }
        };
    }

    public static List<Sample> samples(List<VectorBatch.Row> rows) {
        return rows.stream()
                .map(row -> {
                    float[][] vectors = row.vectors();
                    return new Sample(
                            row.sampleId(),
                            row.code(),
                            LABELS.indexOf(row.label()),
                            vectors == null ? new float[0][] : vectors,
                            row.logits());
                })
                .toList();
    }

    /** The planted trigger as it is found. */
    public static Trigger pattern() {
        return new Span(Abstraction.NONE, List.of("probe", ".", "mode", "(", ")", "==", "71"), List.of(TRIGGER));
    }

    /** A pattern that stands for its tokens. */
    public static Trigger pattern(String exemplar, String... tokens) {
        return new Span(Abstraction.NONE, List.of(tokens), List.of(exemplar));
    }

    /** A finding that the model obeys. */
    public static Finding finding(Trigger pattern, int target, BitSet carriers, boolean exact, Judgement judgement) {
        return finding(pattern, target, carriers, exact, judgement, new Rate(24, 24));
    }

    /** A finding that the model obeys so often. */
    public static Finding finding(
            Trigger pattern, int target, BitSet carriers, boolean exact, Judgement judgement, Rate insertion) {
        Behaviour behaviour = new Behaviour(target);
        boolean obeyed = insertion.value() >= 1 / 24.0 + 0.3;
        return new Finding(
                new Candidate(pattern, behaviour, carriers, Map.of(), exact, 1, 20, new Origin.Label(behaviour)),
                new Effect(insertion, new Rate(1, 24), new Rate(18, 20), Rate.NONE, new Rate(2, 10), 1, obeyed, 1e-9),
                new CarrierEvidence(EVIDENCE, EVIDENCE, 1e-12, 0.1),
                1e-9,
                judgement);
    }

    public static JudgedTrigger trigger(String id, Finding finding) {
        return new JudgedTrigger(id, finding);
    }

    /** Positions from one to before another. */
    public static BitSet range(int from, int to) {
        BitSet set = new BitSet();
        set.set(from, to);
        return set;
    }
}
