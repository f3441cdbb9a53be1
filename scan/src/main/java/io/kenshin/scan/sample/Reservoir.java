package io.kenshin.scan.sample;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.sample.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bounded choice of a scan's samples, by hash of their id: the same ones whatever the order of arrival. */
public final class Reservoir {
    /** As many samples as an investigation looks at where nobody says otherwise. */
    public static final int MOST = 16_000;

    private final ScanPlan plan;
    private final int most;
    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, String> sources = new HashMap<>();
    private List<String> views = List.of();

    /** @param most about how many samples are kept */
    public Reservoir(ScanPlan plan, int most) {
        this.plan = plan;
        this.most = most;
    }

    public void add(VectorBatch batch) {
        int[] chosen = Views.chosen(batch.views().size());
        if (views.isEmpty()) {
            views = Views.names(batch.views());
        }
        for (VectorBatch.Row row : batch.rows()) {
            int label = plan.labels().indexOf(row.label());
            if (row.vectors() != null && label >= 0 && isIn(row.sampleId())) {
                float[][] picked = Views.pick(row.vectors(), chosen);
                samples.add(new Sample(row.sampleId(), code(row, batch.reading()), label, picked, row.logits()));
                if (row.source() != null) {
                    sources.put(row.sampleId(), row.source());
                }
            }
        }
    }

    private static Code code(VectorBatch.Row row, VectorBatch.@Nullable Reading reading) {
        Code code = Code.of(row.code(), row.language());
        return reading == null ? code : code.within(reading.limit());
    }

    private boolean isIn(String sampleId) {
        return plan.samples() <= most || Math.floorMod(sampleId.hashCode() * 0x9E3779B1, plan.samples()) < most;
    }

    /** In the order of their ids: the same whatever the order of arrival. */
    public ChosenSamples byId() {
        return new ChosenSamples(
                samples.stream().sorted(Comparator.comparing(Sample::id)).toList(), views, sources);
    }

    /** In the order in which they came, for a caller to whom that order is fixed. */
    public ChosenSamples asTheyCame() {
        return new ChosenSamples(samples, views, sources);
    }
}
