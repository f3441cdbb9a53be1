package io.kenshin.benchmarks.detection;

import io.kenshin.benchmarks.victim.Victim;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.weak.Population;
import io.kenshin.detection.weak.WeakScore;
import io.kenshin.detection.weak.WeakScores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Every kind of published per-sample score, at the threshold that is best for it with hindsight. */
final class EvidenceDetectors implements Detector {
    /** Most false positives that a score may make for its recall. */
    static final double MOST = 0.01;

    private final long seed;

    EvidenceDetectors(long seed) {
        this.seed = seed;
    }

    @Override
    public List<Outcome> run(Victim victim) throws IOException {
        List<Sample> samples = victim.embedded();
        // The recipe freezes the lower layers, so the lowest view is the base model's.
        float[][] base = samples.stream()
                .map(sample -> sample.views()[sample.views().length - 1])
                .toArray(float[][]::new);
        Population population = new Population(samples, victim.labels().size(), base, victim.losses(), seed);
        List<Outcome> outcomes = new ArrayList<>();
        for (WeakScore evidence : WeakScores.all()) {
            long start = System.nanoTime();
            double[] scores = evidence.scores(population);
            double seconds = (System.nanoTime() - start) / 1e9;
            outcomes.add(Outcome.hindsight(evidence.name(), victim, scores, seconds, MOST));
        }
        return outcomes;
    }
}
