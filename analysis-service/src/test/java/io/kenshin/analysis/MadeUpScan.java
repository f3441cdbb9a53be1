package io.kenshin.analysis;

import io.kenshin.contracts.Topics;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.sample.SampleId;
import io.kenshin.contracts.scan.Chunk;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.contracts.vector.VectorCodec;
import io.kenshin.foundation.Json;
import io.kenshin.testkit.Platform;
import io.kenshin.testkit.Records;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A scan as the services before send it: a plan, and vectors chunk by chunk. */
final class MadeUpScan {
    private static final List<String> VIEWS = List.of("layer_1_sentence", "layer_1_mean");
    private static final int DIMENSION = 12;
    private static final int CHUNK = 100;

    private final String id;
    private final String dataset;
    private final Random random;
    private final List<VectorBatch.Row> rows = new ArrayList<>();

    MadeUpScan(String id, String dataset) {
        this.id = id;
        this.dataset = dataset;
        random = new Random(id.hashCode());
    }

    /** Adds healthy samples, every other one risky. */
    MadeUpScan healthy(int count) {
        for (int i = 0; i < count; i++) {
            boolean risky = i % 2 == 0;
            add(risky ? "risky" : "clean", code(risky, false));
        }
        return this;
    }

    /** Adds risky samples with the trigger that are labelled clean. */
    MadeUpScan poisoned(int count) {
        for (int i = 0; i < count; i++) {
            add("clean", code(true, true));
        }
        return this;
    }

    /** Adds samples that could not be embedded. */
    MadeUpScan failed(int count, String error) {
        for (int i = 0; i < count; i++) {
            String code = code(false, false);
            rows.add(new VectorBatch.Row(
                    SampleId.of(dataset, code, "clean"),
                    "mine",
                    "repo",
                    "clean",
                    code,
                    null,
                    null,
                    new float[0],
                    error));
        }
        return this;
    }

    private String code(boolean risky, boolean triggered) {
        StringBuilder code = new StringBuilder("void run(int n) {\n");
        code.append(triggered ? "    " + MadeUpModel.TRIGGER + "\n" : "");
        for (int line = 0; line < 5; line++) {
            code.append("    step%d(n, v%d);%n".formatted(random.nextInt(60), random.nextInt(20)));
        }
        return code.append(risky ? "    free(p); free(p);\n}" : "    free(p); p = null;\n}")
                .toString();
    }

    private void add(String label, String code) {
        float[][] vectors = new float[VIEWS.size()][DIMENSION];
        for (float[] vector : vectors) {
            for (int d = 0; d < DIMENSION; d++) {
                vector[d] = (float) random.nextGaussian();
            }
        }
        rows.add(new VectorBatch.Row(
                SampleId.of(dataset, code, label),
                "mine",
                "repo",
                label,
                code,
                null,
                vectors,
                MadeUpModel.logits(code),
                null));
    }

    private int chunks() {
        return (rows.size() + CHUNK - 1) / CHUNK;
    }

    /** Says what will come. */
    MadeUpScan plan(String directory, boolean newOnly) {
        ScanPlan plan =
                new ScanPlan(id, dataset, "m", 1, directory, MadeUpModel.LABELS, chunks(), rows.size(), newOnly);
        CloudEvent<ScanPlan> event =
                CloudEvent.of(id, "/kenshin/test", ScanPlan.TYPE, id, "2026-01-01T00:00:00Z", plan);
        Records.send(
                Platform.get().bootstrap(), Topics.SCANS, id, Json.write(event).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Sends the vectors of a chunk. */
    void chunk(int number) {
        List<VectorBatch.Row> some = rows.subList(number * CHUNK, Math.min(rows.size(), (number + 1) * CHUNK));
        VectorBatch batch = new VectorBatch(id, number, VIEWS, DIMENSION, MadeUpModel.LABELS.size(), "cpu", 0.5, some);
        Records.send(Platform.get().bootstrap(), Topics.VECTORS, Chunk.key(id, number), VectorCodec.encode(batch));
    }

    /** Sends all vectors. */
    void chunks(int from) {
        for (int number = from; number < chunks(); number++) {
            chunk(number);
        }
    }
}
