package io.kenshin.analysis.map;

import io.kenshin.scan.map.MapSample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** For every finding, the samples without one whose vectors are nearest: what a reviewer compares it with. */
final class Nearest {
    private static final int COUNT = 3;
    /** Nobody reviews more one by one; the search is linear for each. */
    private static final int MOST = 2_000;

    private Nearest() {}

    private record Near(String id, double distance) {}

    /** Ids of the nearest samples without a finding, the nearest first; empty for a sample that has none itself. */
    static List<List<String>> of(List<MapSample> samples) {
        List<MapSample> innocent =
                samples.stream().filter(sample -> sample.finding() == null).toList();
        List<List<String>> result = new ArrayList<>();
        int searched = 0;
        for (MapSample sample : samples) {
            boolean wanted = sample.finding() != null && searched++ < MOST;
            result.add(wanted ? nearest(sample, innocent) : List.of());
        }
        return result;
    }

    private static List<String> nearest(MapSample sample, List<MapSample> innocent) {
        return innocent.stream()
                .map(other -> new Near(other.id(), squared(sample.vector(), other.vector())))
                .sorted(Comparator.comparingDouble(Near::distance).thenComparing(Near::id))
                .limit(COUNT)
                .map(Near::id)
                .toList();
    }

    private static double squared(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }
}
