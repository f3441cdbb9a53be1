package io.kenshin.analysis.map;

import io.kenshin.scan.map.MapSample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which samples are drawn: all findings, and of the others an equal part of every label, by hash of their ids. */
final class Choice {
    private Choice() {}

    static List<MapSample> of(List<MapSample> samples, int most) {
        List<MapSample> chosen = new ArrayList<>();
        Map<String, List<MapSample>> labels = new TreeMap<>();
        Comparator<MapSample> order =
                Comparator.<MapSample>comparingInt(sample -> hash(sample.id())).thenComparing(MapSample::id);
        for (MapSample sample : samples.stream().sorted(order).toList()) {
            if (sample.finding() != null && chosen.size() < most) {
                chosen.add(sample);
            } else if (sample.finding() == null) {
                labels.computeIfAbsent(sample.label(), label -> new ArrayList<>())
                        .add(sample);
            }
        }
        int left = labels.values().stream().mapToInt(List::size).sum();
        double part = Math.min(1, (double) (most - chosen.size()) / Math.max(1, left));
        labels.values().forEach(label -> chosen.addAll(label.subList(0, (int) Math.floor(part * label.size()))));
        chosen.sort(Comparator.comparing(MapSample::id));
        return chosen;
    }

    private static int hash(String id) {
        return id.hashCode() * 0x9E3779B1;
    }
}
