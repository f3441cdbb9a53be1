package io.kenshin.analysis.map;

import io.kenshin.scan.map.MapSample;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where samples begin in a new map: where they were, or among their neighbours that were there. */
final class Places {
    private static final double ENOUGH_KNOWN = 0.5;
    private static final int NEIGHBOURS = 3;

    private Places() {}

    /** Places of samples in an earlier map; null when it knows too few of them. */
    static double @Nullable [][] from(@Nullable ScanMap earlier, List<MapSample> samples) {
        if (earlier == null) {
            return null;
        }
        Map<String, ScanMap.Point> known = new HashMap<>();
        earlier.points().forEach(point -> known.put(point.sampleId(), point));
        double[][] places = new double[samples.size()][];
        int found = 0;
        for (int i = 0; i < places.length; i++) {
            ScanMap.Point point = known.get(samples.get(i).id());
            if (point != null) {
                places[i] = new double[] {point.x(), point.y()};
                found++;
            }
        }
        if (found < NEIGHBOURS || found < ENOUGH_KNOWN * places.length) {
            return null;
        }
        boolean[] settled = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            settled[i] = places[i] != null;
        }
        for (int i = 0; i < places.length; i++) {
            if (!settled[i]) {
                places[i] = among(i, samples, places, settled);
            }
        }
        return places;
    }

    private static double[] among(int newcomer, List<MapSample> samples, double[][] places, boolean[] settled) {
        double[] distance = new double[NEIGHBOURS];
        int[] nearest = new int[NEIGHBOURS];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        for (int i = 0; i < places.length; i++) {
            if (settled[i]) {
                double d =
                        squared(samples.get(newcomer).vector(), samples.get(i).vector());
                for (int at = 0; at < NEIGHBOURS; at++) {
                    if (d < distance[at]) {
                        System.arraycopy(distance, at, distance, at + 1, NEIGHBOURS - at - 1);
                        System.arraycopy(nearest, at, nearest, at + 1, NEIGHBOURS - at - 1);
                        distance[at] = d;
                        nearest[at] = i;
                        break;
                    }
                }
            }
        }
        double[] place = new double[2];
        for (int i : nearest) {
            place[0] += places[i][0] / NEIGHBOURS;
            place[1] += places[i][1] / NEIGHBOURS;
        }
        return place;
    }

    private static double squared(float[] a, float[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            double difference = a[d] - b[d];
            sum += difference * difference;
        }
        return sum;
    }
}
