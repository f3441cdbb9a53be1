package io.kenshin.detection.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TSneTest {
    /** Points around a few centres. */
    private static double[][] clusters(int n, int dimension, int centres, long seed) {
        Random random = new Random(seed);
        double[][] centre = new double[centres][dimension];
        for (double[] each : centre) {
            Arrays.setAll(each, d -> random.nextGaussian() * 4);
        }
        double[][] points = new double[n][dimension];
        for (int i = 0; i < n; i++) {
            int c = i % centres;
            Arrays.setAll(points[i], d -> centre[c][d] + random.nextGaussian());
        }
        return points;
    }

    @Test
    void theGradientIsThatOfTheDefinition() {
        // Given
        double[][] points = clusters(60, 5, 3, 1);
        Random random = new Random(2);
        double[][] map = new double[60][2];
        for (double[] at : map) {
            Arrays.setAll(at, d -> random.nextGaussian());
        }
        Affinities p = TSne.affinities(points, 10);
        double[][] dense = new double[60][60];
        double sum = 0;
        for (int i = 0; i < 60; i++) {
            for (int k = 0; k < p.other()[i].length; k++) {
                dense[i][p.other()[i][k]] = p.probability()[i][k];
                sum += p.probability()[i][k];
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-9));

        // When: 4 Σ (p − q) (y_i − y_j) / (1 + |y_i − y_j|²), all pairs
        double z = 0;
        double[][] w = new double[60][60];
        for (int i = 0; i < 60; i++) {
            for (int j = 0; j < 60; j++) {
                double dx = map[i][0] - map[j][0];
                double dy = map[i][1] - map[j][1];
                w[i][j] = i == j ? 0 : 1 / (1 + dx * dx + dy * dy);
                z += w[i][j];
            }
        }
        double[][] exact = TSne.gradient(points, 10, map, 0);
        double[][] near = TSne.gradient(points, 10, map, 0.5);

        // Then
        for (int i = 0; i < 60; i++) {
            for (int d = 0; d < 2; d++) {
                double expected = 0;
                for (int j = 0; j < 60; j++) {
                    expected += 4 * (dense[i][j] - w[i][j] / z) * (map[i][d] - map[j][d]) * w[i][j];
                }
                assertThat(exact[d][i]).isCloseTo(expected, within(1e-9));
                assertThat(near[d][i]).isCloseTo(expected, within(0.004));
            }
        }
    }

    @Test
    void everyPointHasThePerplexityThatWasAskedFor() {
        double[][] points = clusters(200, 4, 2, 3);
        Affinities p = TSne.affinities(points, 12);
        // Each conditional distribution sums to one, so each row and column together carry about 1/n.
        double[] mass = new double[200];
        for (int i = 0; i < 200; i++) {
            mass[i] = Arrays.stream(p.probability()[i]).sum();
        }
        assertThat(Arrays.stream(mass).sum()).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(mass).min().orElseThrow()).isGreaterThanOrEqualTo(1.0 / 400);
    }

    @Test
    void neighboursStayNeighboursAndTheMapIsTheSameEveryTime() {
        double[][] points = clusters(600, 20, 6, 4);

        double[][] map = TSne.map(points, 30, null);

        assertThat(trustworthiness(points, map, 10)).isGreaterThan(0.9);
        assertThat(purity(map, 6, 10)).isGreaterThan(0.99);
        assertThat(TSne.map(points, 30, null)).isDeepEqualTo(map);
    }

    @Test
    void aMapBegunFromAnEarlierOneStaysRecognisable() {
        double[][] points = clusters(600, 20, 6, 5);
        double[][] map = TSne.map(points, 30, null);

        double[][] again = TSne.map(points, 30, map);

        double moved = 0;
        double spread = 0;
        for (int i = 0; i < map.length; i++) {
            moved += Math.hypot(map[i][0] - again[i][0], map[i][1] - again[i][1]);
            spread += Math.hypot(map[i][0], map[i][1]);
        }
        assertThat(moved / spread).isLessThan(0.1);
    }

    @Test
    void fiveThousandPointsTakeLessThanFortyProcessorSeconds() {
        double[][] points = clusters(5_000, 50, 12, 6);
        long start = processorTime();

        double[][] map = TSne.map(points, 30, null);

        double seconds = (processorTime() - start) / 1e9;
        System.out.printf(java.util.Locale.ROOT, "t-SNE of 5,000 points: %.1f s of processors%n", seconds);
        assertThat(purity(map, 12, 10)).isGreaterThan(0.98);
        assertThat(seconds).isLessThan(40);
    }

    /** What this process has used of all cores, in ns: the same on a machine that is busy with other things. */
    private static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    @Test
    void equalPointsDoNoHarm() {
        double[][] points = new double[20][3];
        points[0][0] = 1;

        assertThat(Arrays.stream(TSne.map(points, 30, null)).flatMapToDouble(Arrays::stream))
                .allMatch(Double::isFinite);
    }

    /** Part of the nearest neighbours in the map that come from the same centre. */
    private static double purity(double[][] map, int centres, int k) {
        double same = 0;
        for (int i = 0; i < map.length; i += 7) {
            int at = i;
            same += Arrays.stream(order(map, i, k))
                    .filter(j -> j % centres == at % centres)
                    .count();
        }
        return same / (k * ((map.length + 6) / 7));
    }

    /** Venna and Kaski, 2001: how far from being neighbours the map's neighbours are. */
    private static double trustworthiness(double[][] points, double[][] map, int k) {
        int n = points.length;
        double penalty = 0;
        for (int i = 0; i < n; i++) {
            int[] ranked = order(points, i, n - 1);
            int[] rank = new int[n];
            for (int r = 0; r < ranked.length; r++) {
                rank[ranked[r]] = r + 1;
            }
            for (int j : order(map, i, k)) {
                penalty += Math.max(0, rank[j] - k);
            }
        }
        return 1 - 2.0 / (n * k * (2.0 * n - 3 * k - 1)) * penalty;
    }

    private static int[] order(double[][] points, int i, int k) {
        return IntStream.range(0, points.length)
                .filter(j -> j != i)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> {
                    double sum = 0;
                    for (int d = 0; d < points[i].length; d++) {
                        sum += (points[i][d] - points[j][d]) * (points[i][d] - points[j][d]);
                    }
                    return sum;
                }))
                .limit(k)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
