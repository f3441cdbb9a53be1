package io.kenshin.scan.sample;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.sample.Sample;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a scan that can be looked at: they have vectors and a label that the model knows. */
public final class SampleRows {
    private final Map<String, Integer> labels = new HashMap<>();
    private final SaltedHash hash;
    private int arrived;

    public SampleRows(ScanPlan plan) {
        for (int label = 0; label < plan.labels().size(); label++) {
            labels.putIfAbsent(plan.labels().get(label), label);
        }
        hash = new SaltedHash(plan.scanId());
    }

    /** Takes a row and the index of its label. */
    public interface Visitor {
        void row(VectorBatch.Row row, int label);
    }

    public void each(VectorBatch batch, Visitor visitor) {
        for (VectorBatch.Row row : batch.rows()) {
            Integer label = labels.get(row.label());
            if (row.vectors() != null && label != null) {
                arrived++;
                visitor.row(row, label);
            }
        }
    }

    /** The priority of a sample in every draw of the scan. */
    public long priority(VectorBatch.Row row) {
        return hash.of(row.sampleId());
    }

    /**
     * A row as a sample.
     *
     * @param views positions of the vectors that are looked at
     * @param reading how far the model reads; null where nobody said
     */
    public Drawn drawn(VectorBatch.Row row, int label, int[] views, VectorBatch.@Nullable Reading reading) {
        float[][] vectors = row.vectors();
        float[][] picked = vectors == null ? new float[0][] : Views.pick(vectors, views);
        Sample sample = new Sample(row.sampleId(), code(row, reading), label, picked, row.logits());
        return new Drawn(priority(row), arrived, sample, row.source());
    }

    private static Code code(VectorBatch.Row row, VectorBatch.@Nullable Reading reading) {
        Code code = Code.of(row.code(), row.language());
        return reading == null ? code : code.within(reading.limit());
    }
}
