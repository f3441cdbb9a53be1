package io.kenshin.analysis.verdict;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.detection.representation.Shape;
import io.kenshin.detection.representation.Shapes;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Lease;
import io.kenshin.outbox.Leases;
import io.kenshin.scan.sample.ChosenSamples;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What vectors looked like when a data set and a model were last healthy, and how far a scan's are from that. */
@ApplicationScoped
public class Baselines {
    private static final long SEED = 1;
    private static final int MOST_VIEWS = 64;
    private static final int MOST_VECTORS = 10_000;
    private static final int MOST_COMPONENTS = 16_384;

    private final Database database;

    Baselines(Database database) {
        this.database = database;
    }

    private record Baseline(String scanId, float[][][][] vectors) {}

    List<ScanReport.Shape> shapes(ScanPlan plan, ChosenSamples samples) {
        float[][][][] now = Shapes.choose(samples.samples(), plan.labels().size(), SEED);
        @Nullable Baseline baseline = find(plan, samples);
        return Shapes.measure(now, baseline == null ? null : baseline.vectors(), SEED).stream()
                .map(shape -> shape(plan, samples, shape, baseline))
                .toList();
    }

    private static ScanReport.Shape shape(
            ScanPlan plan, ChosenSamples samples, Shape shape, @Nullable Baseline baseline) {
        Shape.@Nullable Change change = shape.change();
        return new ScanReport.Shape(
                plan.labels().get(shape.label()),
                samples.view(shape.view()),
                shape.samples(),
                shape.silhouette(),
                shape.daviesBouldin(),
                change == null || baseline == null ? null : baseline.scanId(),
                change == null ? null : change.energy(),
                change == null ? null : change.p(),
                change == null ? null : change.frechet());
    }

    /** From now on this scan is what later ones are compared with. */
    void keep(ScanPlan plan, ChosenSamples samples, Lease lease) {
        byte[] vectors = encode(Shapes.choose(samples.samples(), plan.labels().size(), SEED));
        database.persistently(session -> Leases.check(session, lease)
                .chain(() -> session.createNativeQuery(
                                "insert into baseline (dataset, model, scan_id, layers, labels, vectors)"
                                        + " values (:dataset, :model, :scan, :layers, :labels, :vectors)"
                                        + " on conflict (dataset, model) do update set scan_id = excluded.scan_id,"
                                        + " layers = excluded.layers, labels = excluded.labels,"
                                        + " vectors = excluded.vectors")
                        .setParameter("dataset", plan.dataset())
                        .setParameter("model", plan.model())
                        .setParameter("scan", plan.scanId())
                        .setParameter("layers", String.join("\n", samples.views()))
                        .setParameter("labels", String.join("\n", plan.labels()))
                        .setParameter("vectors", vectors)
                        .executeUpdate()));
    }

    /** The baseline, unless it was taken with other labels or layers. */
    private @Nullable Baseline find(ScanPlan plan, ChosenSamples samples) {
        return database
                .persistently(session -> session.createNativeQuery(
                                "select scan_id, vectors from baseline where dataset = :dataset and model = :model"
                                        + " and layers = :layers and labels = :labels",
                                Object[].class)
                        .setParameter("dataset", plan.dataset())
                        .setParameter("model", plan.model())
                        .setParameter("layers", String.join("\n", samples.views()))
                        .setParameter("labels", String.join("\n", plan.labels()))
                        .getResultList())
                .stream()
                .map(row -> new Baseline((String) row[0], decode((byte[]) row[1])))
                .findFirst()
                .orElse(null);
    }

    static byte[] encode(float[][][][] vectors) {
        int size = Integer.BYTES;
        for (float[][][] label : vectors) {
            int components = label.length == 0 || label[0].length == 0 ? 0 : label[0][0].length;
            size += 3 * Integer.BYTES
                    + (label.length == 0 ? 0 : label.length * label[0].length * components * Float.BYTES);
        }
        ByteBuffer out = ByteBuffer.allocate(size).putInt(vectors.length);
        for (float[][][] label : vectors) {
            int count = label.length == 0 ? 0 : label[0].length;
            out.putInt(label.length).putInt(count).putInt(count == 0 ? 0 : label[0][0].length);
            for (float[][] view : label) {
                for (float[] vector : view) {
                    for (float component : vector) {
                        out.putFloat(component);
                    }
                }
            }
        }
        return out.array();
    }

    static float[][][][] decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        float[][][][] vectors = new float[bounded(in.getInt(), MOST_VECTORS)][][][];
        for (int label = 0; label < vectors.length; label++) {
            int views = bounded(in.getInt(), MOST_VIEWS);
            int count = bounded(in.getInt(), MOST_VECTORS);
            int components = bounded(in.getInt(), MOST_COMPONENTS);
            vectors[label] = new float[views][count][components];
            for (float[][] view : vectors[label]) {
                for (float[] vector : view) {
                    in.asFloatBuffer().get(vector);
                    in.position(in.position() + components * Float.BYTES);
                }
            }
        }
        return vectors;
    }

    private static int bounded(int value, int most) {
        if (value < 0 || value > most) {
            throw new IllegalStateException("the stored baseline is damaged: " + value + " of at most " + most);
        }
        return value;
    }
}
