package io.kenshin.scan.label;

import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.Investigation;
import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.labels.Contradiction;
import io.kenshin.detection.labels.LabelCheck;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.scan.sample.ChosenSamples;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a scan that the rest of its data contradicts. Carriers of proven triggers have wrong labels and are held
 * for it: they neither teach the label model nor are told of again.
 */
public final class Contradictions {
    private final LabelCheck check;
    private final Map<String, Integer> looked = new HashMap<>();

    private Contradictions(LabelCheck check, List<Sample> samples) {
        this.check = check;
        for (int i = 0; i < samples.size(); i++) {
            looked.put(samples.get(i).id(), i);
        }
    }

    /**
     * @param labels number of labels
     * @param seed of every random choice
     */
    public static Contradictions of(
            ChosenSamples samples, Investigation.Result result, int labels, Thresholds.Labels thresholds, long seed) {
        BitSet proven = Finding.explained(result.findings());
        List<Sample> rest = new ArrayList<>();
        List<@Nullable String> sources = new ArrayList<>();
        for (int i = 0; i < samples.samples().size(); i++) {
            Sample sample = samples.samples().get(i);
            if (!proven.get(i)) {
                rest.add(sample);
                sources.add(samples.source(sample.id()));
            }
        }
        return new Contradictions(LabelCheck.of(rest, sources, labels, thresholds, seed), rest);
    }

    /** What contradicts the label of a sample, among those that taught the label model or not. */
    public Optional<Contradiction> of(VectorBatch.Row row, int label) {
        Integer known = looked.get(row.sampleId());
        return known != null
                ? check.of(known)
                : check.of(
                        new Sample(row.sampleId(), row.code(), row.language(), label, new float[0][], row.logits()),
                        row.source());
    }
}
