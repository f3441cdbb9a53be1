package io.kenshin.detection.weak;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All kinds of weak evidence, and what they say together. */
public final class WeakScores {
    private WeakScores() {}

    public static List<WeakScore> all() {
        return List.of(
                new SpectralSignatures(5),
                new RobustWhitening(),
                new ActivationClustering(),
                new IndependentClusters(),
                new Density(),
                new Mahalanobis(),
                new LabelConflict(),
                new TrainingDynamics());
    }

    /**
     * Percentile of each sample within its label under each kind of evidence.
     *
     * @return kind to percentiles between 0 and 1; kinds that have nothing to look at are left out
     */
    public static Map<String, double[]> percentiles(Population population) {
        Map<String, double[]> result = new LinkedHashMap<>();
        for (WeakScore score : all()) {
            double[] scores = score.scores(population);
            if (java.util.Arrays.stream(scores).distinct().count() > 1) {
                double[] percentiles = new double[scores.length];
                for (List<Integer> group : population.byLabel()) {
                    double[] ranks = PerLabelView.ranks(
                            group.stream().mapToDouble(i -> scores[i]).toArray());
                    for (int i = 0; i < ranks.length; i++) {
                        percentiles[group.get(i)] = ranks[i];
                    }
                }
                result.put(score.name(), percentiles);
            }
        }
        return result;
    }
}
