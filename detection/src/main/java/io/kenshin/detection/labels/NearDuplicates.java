package io.kenshin.detection.labels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Groups of rows that are nearly the same, by MinHash (Broder, 1997). A label model must not see a sample's twin: two
 * copies with the same wrong label would vouch for each other, and the two of a pair with different labels would speak
 * against each other.
 */
final class NearDuplicates {
    /** With 12 bands of 4 hashes a pair with four fifths in common is missed in two of a thousand cases. */
    private static final int BANDS = 12;

    private static final int ROWS = 4;
    /** Jaccard overlap from which on two rows are one. */
    private static final double ALIKE = 0.85;
    /** A chain of alike rows may not eat up a fold: boilerplate is alike to other boilerplate. */
    private static final int MOST_PER_GROUP = 20;

    /** Different rows that share a band by chance; more are boilerplate, and not compared. */
    private static final int MOST_PER_BUCKET = 8;

    private static final long[] SEEDS = IntStream.range(0, BANDS * ROWS)
            .mapToLong(i -> mix(0x5DEECE66DL + i))
            .toArray();

    private final int[][] rows;
    private final int[] parent;
    private final int[] size;
    private final Map<Long, List<Integer>> buckets = new HashMap<>();

    /** @param rows indices of the features that each row has, each once */
    NearDuplicates(List<int[]> rows) {
        this.rows = rows.toArray(int[][]::new);
        parent = IntStream.range(0, this.rows.length).toArray();
        size = new int[this.rows.length];
        Arrays.fill(size, 1);
        long[][] signatures =
                Arrays.stream(this.rows).parallel().map(NearDuplicates::bands).toArray(long[][]::new);
        int most = Math.max(MOST_PER_GROUP, this.rows.length / MOST_PER_GROUP);
        for (int row = 0; row < this.rows.length; row++) {
            for (long band : signatures[row]) {
                List<Integer> bucket = buckets.computeIfAbsent(band, key -> new ArrayList<>(1));
                OptionalInt twin = like(this.rows[row], bucket);
                if (twin.isPresent()) {
                    join(twin.getAsInt(), row, most);
                } else if (bucket.size() < MOST_PER_BUCKET) {
                    bucket.add(row);
                }
            }
        }
    }

    /** The group of a row: the same number for rows of one group. */
    int group(int row) {
        return root(row);
    }

    /** A row that another one, which is not among them, is nearly the same as. */
    OptionalInt like(int[] other) {
        for (long band : bands(other)) {
            OptionalInt twin = like(other, buckets.getOrDefault(band, List.of()));
            if (twin.isPresent()) {
                return twin;
            }
        }
        return OptionalInt.empty();
    }

    private OptionalInt like(int[] other, List<Integer> bucket) {
        return bucket.stream()
                .filter(row -> jaccard(other, rows[row]) >= ALIKE)
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private void join(int a, int b, int most) {
        int to = root(a);
        int from = root(b);
        if (to != from && size[to] + size[from] <= most) {
            parent[from] = to;
            size[to] += size[from];
        }
    }

    private int root(int row) {
        int at = row;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private static long[] bands(int[] features) {
        long[] bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long hash = band;
            for (int i = band * ROWS; i < (band + 1) * ROWS; i++) {
                long least = Long.MAX_VALUE;
                for (int feature : features) {
                    least = Math.min(least, mix(feature ^ SEEDS[i]));
                }
                hash = mix(hash * 31 + least);
            }
            bands[band] = hash;
        }
        return bands;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }

    static double jaccard(int[] a, int[] b) {
        int[] x = Arrays.stream(a).sorted().toArray();
        int[] y = Arrays.stream(b).sorted().toArray();
        int shared = 0;
        for (int i = 0, j = 0; i < x.length && j < y.length; ) {
            if (x[i] == y[j]) {
                shared++;
                i++;
                j++;
            } else if (x[i] < y[j]) {
                i++;
            } else {
                j++;
            }
        }
        int union = x.length + y.length - shared;
        return union == 0 ? 1 : (double) shared / union;
    }
}
