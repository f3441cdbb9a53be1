package io.kenshin.scan.map;

import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.sample.Sample;
import io.kenshin.scan.carrier.Carrier;
import io.kenshin.scan.report.WeakEvidence;
import io.kenshin.scan.sample.ChosenSamples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The samples that a map may show: those that were investigated, and findings beyond them. */
public final class MapSamples {
    /** Vectors of more findings beyond the investigated samples are not kept. */
    private static final int MOST_BEYOND = 2_000;

    private final ScanPlan plan;
    private final ChosenSamples samples;
    private final WeakEvidence weak;
    private final Set<String> investigated = new HashSet<>();
    private final Map<String, SampleFinding> found = new HashMap<>();
    /** Where the triggers stand in the code of findings. */
    private final Map<String, List<Span>> spans = new HashMap<>();

    private final List<MapSample> beyond = new ArrayList<>();

    public MapSamples(ScanPlan plan, ChosenSamples samples, WeakEvidence weak) {
        this.plan = plan;
        this.samples = samples;
        this.weak = weak;
        samples.samples().forEach(sample -> investigated.add(sample.id()));
    }

    /** @param view the position of the vectors that the map is drawn of */
    public void add(Carrier carrier, SampleFinding finding, int view) {
        VectorBatch.Row row = carrier.row();
        Code code = Code.of(row.code(), row.language());
        add(row, Span.of(carrier.trigger().finding().candidate().pattern(), code), finding, view);
    }

    /** @param shown what of its code was found */
    public void add(VectorBatch.Row row, List<Span> shown, SampleFinding finding, int view) {
        String id = row.sampleId();
        found.put(id, finding);
        spans.put(id, shown);
        if (row.vectors() != null && !investigated.contains(id) && beyond.size() < MOST_BEYOND) {
            beyond.add(new MapSample(
                    id,
                    row.label(),
                    row.source(),
                    row.vectors()[view],
                    finding,
                    null,
                    spans.getOrDefault(id, List.of())));
        }
    }

    /** The findings beyond, then the investigated samples in their order. */
    public List<MapSample> all() {
        List<MapSample> all = new ArrayList<>(beyond);
        for (Sample sample : samples.samples()) {
            String id = sample.id();
            all.add(new MapSample(
                    id,
                    plan.labels().get(sample.label()),
                    samples.source(id),
                    sample.views()[0],
                    found.get(id),
                    weak.oddness(id),
                    spans.getOrDefault(id, List.of())));
        }
        return all;
    }
}
