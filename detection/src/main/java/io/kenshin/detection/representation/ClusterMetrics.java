package io.kenshin.detection.representation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** How well clusters are separated, the usual three ways. */
public final class ClusterMetrics {
    /** The silhouette is quadratic: beyond this many points a seeded choice stands for all. */
    private static final int MOST = 1_000;

    private ClusterMetrics() {}

    /** Mean silhouette (Rousseeuw, 1987), between −1 and 1; 0 when there is one cluster. */
    public static double silhouette(double[][] points, int[] cluster, long seed) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            chosen.add(i);
        }
        if (chosen.size() > MOST) {
            Collections.shuffle(chosen, new Random(seed));
            chosen = chosen.subList(0, MOST);
        }
        int clusters = java.util.Arrays.stream(cluster).max().orElse(0) + 1;
        double sum = 0;
        for (int i : chosen) {
            double[] total = new double[clusters];
            int[] count = new int[clusters];
            for (int j : chosen) {
                if (i != j) {
                    total[cluster[j]] += Math.sqrt(KMeans.distance(points[i], points[j]));
                    count[cluster[j]]++;
                }
            }
            double own = count[cluster[i]] == 0 ? 0 : total[cluster[i]] / count[cluster[i]];
            double other = Double.POSITIVE_INFINITY;
            for (int c = 0; c < clusters; c++) {
                other = c == cluster[i] || count[c] == 0 ? other : Math.min(other, total[c] / count[c]);
            }
            if (count[cluster[i]] > 0 && other < Double.POSITIVE_INFINITY) {
                sum += (other - own) / Math.max(own, other);
            }
        }
        return sum / chosen.size();
    }

    /** Davies and Bouldin (1979): the lower the better separated. */
    public static double daviesBouldin(double[][] points, int[] cluster) {
        double[][] centres = centres(points, cluster);
        double[] spread = new double[centres.length];
        int[] count = new int[centres.length];
        for (int i = 0; i < points.length; i++) {
            spread[cluster[i]] += Math.sqrt(KMeans.distance(points[i], centres[cluster[i]]));
            count[cluster[i]]++;
        }
        double sum = 0;
        for (int a = 0; a < centres.length; a++) {
            double worst = 0;
            for (int b = 0; b < centres.length; b++) {
                if (a != b) {
                    double apart = Math.sqrt(KMeans.distance(centres[a], centres[b]));
                    worst = Math.max(worst, (spread[a] / count[a] + spread[b] / count[b]) / apart);
                }
            }
            sum += worst;
        }
        return sum / centres.length;
    }

    /** Calinski and Harabasz (1974): the higher the better separated. */
    public static double calinskiHarabasz(double[][] points, int[] cluster) {
        double[][] centres = centres(points, cluster);
        double[][] whole = centres(points, new int[points.length]);
        double within = 0;
        double between = 0;
        for (int i = 0; i < points.length; i++) {
            within += KMeans.distance(points[i], centres[cluster[i]]);
            between += KMeans.distance(centres[cluster[i]], whole[0]);
        }
        int k = centres.length;
        return between / (k - 1) / (within / (points.length - k));
    }

    private static double[][] centres(double[][] points, int[] cluster) {
        int clusters = java.util.Arrays.stream(cluster).max().orElse(0) + 1;
        double[][] centres = new double[clusters][points[0].length];
        int[] count = new int[clusters];
        for (int i = 0; i < points.length; i++) {
            count[cluster[i]]++;
            for (int d = 0; d < points[i].length; d++) {
                centres[cluster[i]][d] += points[i][d];
            }
        }
        for (int c = 0; c < clusters; c++) {
            for (int d = 0; d < centres[c].length; d++) {
                centres[c][d] /= Math.max(1, count[c]);
            }
        }
        return centres;
    }
}
