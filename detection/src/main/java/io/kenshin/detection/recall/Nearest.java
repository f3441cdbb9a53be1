package io.kenshin.detection.recall;

import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Candidate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Samples by their distance to the centre of a trigger's carriers in the first view. */
final class Nearest {
    private Nearest() {}

    /** Samples that teach and show the trigger's target and are neither carriers nor known, the nearest first. */
    static List<Integer> to(Candidate proven, BitSet known, List<Sample> samples) {
        if (samples.get(0).views().length == 0) {
            return List.of();
        }
        double[] centre = centre(proven.carriers(), samples);
        List<Integer> near = new ArrayList<>();
        Map<Integer, Double> distances = new HashMap<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            if (sample.teaches(proven.target())
                    && sample.shows(proven.target())
                    && !proven.carriers().get(i)
                    && !known.get(i)) {
                distances.put(i, distance(sample.views()[0], centre));
                near.add(i);
            }
        }
        near.sort(Comparator.comparingDouble(i -> distances.getOrDefault(i, 0.0)));
        return near;
    }

    private static double[] centre(BitSet carriers, List<Sample> samples) {
        double[] centre = new double[samples.get(0).views()[0].length];
        carriers.stream().forEach(i -> {
            float[] vector = samples.get(i).views()[0];
            for (int d = 0; d < centre.length; d++) {
                centre[d] += vector[d] / carriers.cardinality();
            }
        });
        return centre;
    }

    private static double distance(float[] vector, double[] centre) {
        double distance = 0;
        for (int d = 0; d < centre.length; d++) {
            double difference = vector[d] - centre[d];
            distance += difference * difference;
        }
        return distance;
    }
}
