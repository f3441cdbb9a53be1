package io.kenshin.analysis.verdict;

import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bounded choice of a scan's samples, by hash of their id: the same whatever the order of arrival. */
final class Reservoir {
    private final ScanPlan plan;
    private final int most;
    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, String> sources = new HashMap<>();
    private List<String> views = List.of();

    Reservoir(ScanPlan plan, int most) {
        this.plan = plan;
        this.most = most;
    }

    void add(VectorBatch batch) {
        int[] chosen = chosenViews(batch.views());
        if (views.isEmpty() && !batch.views().isEmpty()) {
            views = java.util.Arrays.stream(chosen)
                    .mapToObj(view -> batch.views().get(view))
                    .toList();
        }
        for (VectorBatch.Row row : batch.rows()) {
            int label = plan.labels().indexOf(row.label());
            boolean in = plan.samples() <= most
                    || Math.floorMod(row.sampleId().hashCode() * 0x9E3779B1, plan.samples()) < most;
            if (row.vectors() != null && label >= 0 && in) {
                float[][] picked = new float[chosen.length][];
                for (int i = 0; i < chosen.length; i++) {
                    picked[i] = row.vectors()[chosen[i]];
                }
                if (row.source() != null) {
                    sources.put(row.sampleId(), row.source());
                }
                samples.add(new Sample(row.sampleId(), row.code(), label, picked, row.logits()));
            }
        }
    }

    List<Sample> samples() {
        samples.sort(Comparator.comparing(Sample::id));
        return samples;
    }

    List<String> views() {
        return views;
    }

    @Nullable
    String source(String sampleId) {
        return sources.get(sampleId);
    }

    String view(int index) {
        return views.get(index);
    }

    /** Both poolings of the last layer and the first token of the two before: where poison shows. */
    static int[] chosenViews(List<String> names) {
        int last = names.size();
        return java.util.stream.IntStream.of(last - 2, last - 1, last - 4, last - 6)
                .filter(view -> view >= 0)
                .toArray();
    }
}
