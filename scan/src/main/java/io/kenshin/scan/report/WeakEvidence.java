package io.kenshin.scan.report;

import io.kenshin.contracts.finding.Evidence;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.weak.Population;
import io.kenshin.detection.weak.WeakScores;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The published per-sample scores of the carriers of judged patterns. They decide nothing: people who review want to
 * see them, and where they disagree with the proof that is worth knowing too.
 */
public final class WeakEvidence {
    /** Some kinds are quadratic: beyond this many samples, a part of the innocent ones stands for all. */
    private static final int MOST = 4_000;

    private static final long SEED = 1;

    private final Map<String, Double> oddness = new HashMap<>();
    private final Map<String, List<Evidence>> bySample = new HashMap<>();

    private WeakEvidence() {}

    /** Of nothing: for callers that only want what is decided. */
    public static WeakEvidence none() {
        return new WeakEvidence();
    }

    /**
     * Scores the carriers, and as many other samples as that needs.
     *
     * @param samples that were investigated
     * @param judged what somebody will look at the carriers of; without any, nothing is computed
     * @param labels number of labels
     */
    public static WeakEvidence of(List<Sample> samples, List<JudgedTrigger> judged, int labels, LossSource losses) {
        BitSet carriers = new BitSet();
        judged.forEach(trigger -> carriers.or(trigger.finding().candidate().carriers()));
        WeakEvidence scores = new WeakEvidence();
        if (!carriers.isEmpty()) {
            List<Sample> some = some(samples, carriers);
            scores.add(some, new Population(some, labels, null, losses.of(some), SEED));
        }
        return scores;
    }

    private static List<Sample> some(List<Sample> samples, BitSet carriers) {
        List<Sample> some = new ArrayList<>();
        int room = MOST - carriers.cardinality();
        for (int i = 0; i < samples.size(); i++) {
            if (carriers.get(i) || room-- > 0) {
                some.add(samples.get(i));
            }
        }
        return some;
    }

    private void add(List<Sample> some, Population population) {
        Map<String, double[]> percentiles = WeakScores.percentiles(population);
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
