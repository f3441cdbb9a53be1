package io.kenshin.detection.trial;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Likeness of rows of binary features, rare ones counting more: the cosine of their inverse document frequencies. */
final class Similarity {
    /** So many times as many are ranked as are wanted, because the nearest may be another query's already. */
    private static final int SPARE = 4;

    private final int[][] rows;
    private final double[] weights;
    private final double[] norms;

    /** @param rows indices of the features of each row, less than {@code width} */
    Similarity(int[][] rows, int width) {
        this.rows = rows;
        int[] counts = new int[width];
        for (int[] row : rows) {
            for (int feature : row) {
                counts[feature]++;
            }
        }
        weights = new double[width];
        for (int i = 0; i < width; i++) {
            double idf = Math.log((rows.length + 1.0) / (counts[i] + 1.0));
            weights[i] = idf * idf;
        }
        norms = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double sum = Double.MIN_NORMAL;
            for (int feature : rows[i]) {
                sum += weights[feature];
            }
            norms[i] = Math.sqrt(sum);
        }
    }

    /**
     * The nearest rows to each query, each once.
     *
     * @param among rows that may be taken
     * @param each how many for every query, as far as there are
     */
    List<Integer> nearest(int[][] queries, List<Integer> among, int each) {
        int[][] ranked = IntStream.range(0, queries.length)
                .parallel()
                .mapToObj(query -> ranked(queries[query], among, each * SPARE))
                .toArray(int[][]::new);
        Set<Integer> chosen = new LinkedHashSet<>();
        for (int[] order : ranked) {
            int taken = 0;
            for (int row : order) {
                if (taken < each && chosen.add(row)) {
                    taken++;
                }
            }
        }
        return new ArrayList<>(chosen);
    }

    /** Likeness of a query and the row that is nearest to it, 0 to 1; 0 when there is none. */
    double likeness(int[] query, List<Integer> among) {
        double norm = Double.MIN_NORMAL;
        boolean[] has = new boolean[weights.length];
        for (int feature : query) {
            has[feature] = true;
            norm += weights[feature];
        }
        double most = 0;
        for (int row : among) {
            most = Math.max(most, shared(has, row) / norms[row]);
        }
        return most / Math.sqrt(norm);
    }

    private double shared(boolean[] has, int row) {
        double shared = 0;
        for (int feature : rows[row]) {
            shared += has[feature] ? weights[feature] : 0;
        }
        return shared;
    }

    private int[] ranked(int[] query, List<Integer> among, int most) {
        boolean[] has = new boolean[weights.length];
        for (int feature : query) {
            has[feature] = true;
        }
        double[] likeness = new double[rows.length];
        for (int row : among) {
            likeness[row] = shared(has, row) / norms[row];
        }
        return among.stream()
                .sorted((a, b) -> Double.compare(likeness[b], likeness[a]))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
