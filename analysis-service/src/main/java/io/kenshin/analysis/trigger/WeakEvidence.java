package io.kenshin.analysis.trigger;

import io.kenshin.contracts.finding.Evidence;
import io.kenshin.detection.Finding;
import io.kenshin.detection.Sample;
import io.kenshin.detection.evidence.EvidenceFamily;
import io.kenshin.detection.evidence.Population;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the published per-sample scores say about the carriers of judged patterns. It decides nothing: people who review
 * want to see it, and where it disagrees with the proof that is worth knowing too.
 */
public final class WeakEvidence {
    /** Some kinds are quadratic: beyond this many samples, a part of the innocent ones stands for all. */
    private static final int MOST = 4_000;

    private static final long SEED = 1;

    private final Map<String, Double> oddness = new HashMap<>();
    private final Map<String, List<Evidence>> bySample = new HashMap<>();

    /**
     * @param judged findings whose carriers somebody will look at; without any, nothing is computed
     * @param model directory of the model, for what its training recorded
     */
    public WeakEvidence(List<Sample> samples, List<Finding> judged, int labels, Path model) {
        BitSet carriers = new BitSet();
        judged.forEach(finding -> carriers.or(finding.candidate().carriers()));
        if (carriers.isEmpty()) {
            return;
        }
        List<Sample> some = new ArrayList<>();
        int room = MOST - carriers.cardinality();
        for (int i = 0; i < samples.size(); i++) {
            if (carriers.get(i) || room-- > 0) {
                some.add(samples.get(i));
            }
        }
        Map<String, double[]> percentiles =
                EvidenceFamily.percentiles(new Population(some, labels, null, Losses.of(model, some), SEED));
        for (int i = 0; i < some.size(); i++) {
            String id = some.get(i).id();
            List<Evidence> evidence = new ArrayList<>();
            for (Map.Entry<String, double[]> kind : percentiles.entrySet()) {
                double percentile = kind.getValue()[i];
                String text = String.format(
                        Locale.ROOT, "more unusual than %.0f %% of its label; weak by itself", 100 * percentile);
                evidence.add(new Evidence(kind.getKey(), percentile, text, true));
            }
            bySample.put(id, List.copyOf(evidence));
            evidence.stream().mapToDouble(Evidence::strength).average().ifPresent(mean -> oddness.put(id, mean));
        }
    }

    /** Of a sample that was looked at; nothing for others. */
    public List<Evidence> of(String sampleId) {
        return bySample.getOrDefault(sampleId, List.of());
    }

    /** Mean percentile of all kinds, 0 to 1; null for a sample that was not looked at. */
    public @Nullable Double oddness(String sampleId) {
        return oddness.get(sampleId);
    }
}
