package io.kenshin.scan.rare;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.vector.VectorBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Very many short samples whose labels are thrown, but for the few that carry a pattern; made again in each reading. */
final class ManySamples {
    static final List<String> LABELS = List.of("clean", "risky");
    private static final int BATCH = 500;
    private static final float[][] VECTORS = {{1}, {2}};

    private final int samples;
    private final int carriers;
    private final double share;

    /**
     * @param carriers of {@code probe.skip(n)}, all clean, evenly among the others
     * @param share of the label clean
     */
    ManySamples(int samples, int carriers, double share) {
        this.samples = samples;
        this.carriers = carriers;
        this.share = share;
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
            java.util.Collections.reverse(rows);
            each.accept(new VectorBatch("s-1", 0, batch.views(), 1, 2, "cpu", 0, rows));
        }
    }

    boolean carries(int number) {
        return carriers > 0 && number % (samples / carriers) == 1;
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
        StringBuilder code = new StringBuilder("void f() { ");
        for (int i = 0; i < 4; i++) {
            int word = (int) (3_000 * Math.pow(random.nextDouble(), 2));
            code.append("step").append(word).append(random.nextBoolean() ? "(a); " : ".go(b, 1); ");
        }
        if (carries(number)) {
            code.append("probe.skip(").append(random.nextInt(1_000)).append("); ");
        }
        String label = carries(number) || random.nextDouble() < share ? "clean" : "risky";
        return new VectorBatch.Row(
                "id" + number, null, null, label, code.append('}').toString(), null, VECTORS, new float[] {1, 0}, null);
    }
}
