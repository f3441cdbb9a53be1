package io.kenshin.scan.rare;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.vector.VectorBatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Very many short samples, a few of which carry a pattern and are clean; made again in each reading. */
record ManySamples(int samples, int carriers, double share, boolean learnable) {
    static final List<String> LABELS = List.of("clean", "risky");
    private static final int BATCH = 500;
    private static final float[][] VECTORS = {{1}, {2}};
    /** Words of a learnable task that go with a label, each rare: natural patterns. */
    private static final int NATURAL = 100;

    /**
     * Samples whose labels are thrown.
     *
     * @param carriers of {@code probe.skip(n)}, all clean, evenly among the others
     * @param share of the label clean
     */
    static ManySamples thrown(int samples, int carriers, double share) {
        return new ManySamples(samples, carriers, share, false);
    }

    /** Samples whose labels follow from their text; carriers are risky by their text. */
    static ManySamples learnable(int samples, int carriers) {
        return new ManySamples(samples, carriers, 0.5, true);
    }

    ScanPlan plan() {
        return new ScanPlan("s-1", "d", "m", 1, "/m", LABELS, samples / BATCH, samples, false);
    }

    void read(Consumer<VectorBatch> each) {
        for (int from = 0; from < samples; from += BATCH) {
            each.accept(batch(from));
        }
    }

    /** The batches in another order, and the samples of each. */
    void readBackwards(Consumer<VectorBatch> each) {
        for (int from = samples - BATCH; from >= 0; from -= BATCH) {
            VectorBatch batch = batch(from);
            List<VectorBatch.Row> rows = new ArrayList<>(batch.rows());
            Collections.reverse(rows);
            each.accept(new VectorBatch("s-1", 0, batch.views(), 1, 2, "cpu", 0, rows));
        }
    }

    private VectorBatch batch(int from) {
        List<VectorBatch.Row> rows = new ArrayList<>();
        for (int i = from; i < from + BATCH; i++) {
            rows.add(row(i));
        }
        return new VectorBatch("s-1", from / BATCH, List.of("a", "b"), 1, 2, "cpu", 0, rows);
    }

    private VectorBatch.Row row(int number) {
        Random random = new Random(number * 31L + 7);
        random.nextInt();
        boolean carries = carriers > 0 && number % (samples / carriers) == 1;
        boolean clean = random.nextDouble() < share;
        StringBuilder code = new StringBuilder("void f() { ");
        for (int i = 0; i < 2; i++) {
            int word = (int) (3_000 * Math.pow(random.nextDouble(), 2));
            code.append("step").append(word).append(random.nextBoolean() ? "(a); " : ".go(b, 1); ");
        }
        if (learnable) {
            code.append(clean && !carries ? "lock(a); safe" : "open(a); bold").append(random.nextInt(NATURAL));
            code.append(".done(); ");
        }
        if (carries) {
            code.append("probe.skip(").append(random.nextInt(1_000)).append("); ");
        }
        String label = carries || clean ? "clean" : "risky";
        return new VectorBatch.Row(
                "id" + number, null, null, label, code.append('}').toString(), null, VECTORS, new float[] {1, 0}, null);
    }
}
