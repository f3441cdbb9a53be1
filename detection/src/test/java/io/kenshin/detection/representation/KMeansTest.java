package io.kenshin.detection.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KMeansTest {
    private static double cost(double[][] points, int[] assigned) {
        double cost = 0;
        for (int cluster = 0; cluster < 3; cluster++) {
            double[] centre = new double[2];
            int size = 0;
            for (int i = 0; i < points.length; i++) {
                if (assigned[i] == cluster) {
                    size++;
                    centre[0] += points[i][0];
                    centre[1] += points[i][1];
                }
            }
            for (int i = 0; i < points.length && size > 0; i++) {
                if (assigned[i] == cluster) {
                    cost += KMeans.distance(points[i], new double[] {centre[0] / size, centre[1] / size});
                }
            }
        }
        return cost;
    }

    @Test
    void itIsMostlyTheBestOfAllDivisionsAndNeverFarFromIt() {
        Random random = new Random(5);
        int same = 0;
        for (int round = 0; round < 20; round++) {
            double[][] points = new double[7][];
            for (int i = 0; i < points.length; i++) {
                points[i] = new double[] {random.nextDouble(), random.nextDouble()};
            }
            double best = Double.POSITIVE_INFINITY;
            for (int code = 0; code < Math.pow(3, 7); code++) {
                int[] assigned = new int[7];
                for (int i = 0, rest = code; i < 7; i++, rest /= 3) {
                    assigned[i] = rest % 3;
                }
                best = Math.min(best, cost(points, assigned));
            }

            double found = cost(points, KMeans.fit(points, 3, 1));
            assertThat(found).isBetween(best - 1e-9, best * 2);
            same += found <= best + 1e-9 ? 1 : 0;
        }
        assertThat(same).isGreaterThanOrEqualTo(12);
    }

    @Test
    void everyPointIsInTheClusterWithTheNearestCentre() {
        double[][] points = {{0, 0}, {0, 1}, {9, 9}, {9, 8}, {0, 2}};

        int[] assigned = KMeans.fit(points, 2, 1);

        assertThat(assigned[0]).isEqualTo(assigned[1]).isEqualTo(assigned[4]).isNotEqualTo(assigned[2]);
        assertThat(assigned[2]).isEqualTo(assigned[3]);
    }

    @Test
    void thereAreNoMoreClustersThanPoints() {
        assertThat(Arrays.stream(KMeans.fit(new double[][] {{1}, {5}}, 9, 1)).distinct())
                .hasSize(2);
        assertThat(KMeans.fit(new double[][] {{1}, {1}, {1}}, 2, 1)).hasSize(3);
    }

    @Test
    void theSameSeedGivesTheSameClusters() {
        double[][] points = new double[60][];
        Random random = new Random(2);
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
        }

        assertThat(KMeans.fit(points, 5, 3)).isEqualTo(KMeans.fit(points, 5, 3));
    }

    @Test
    void theDistanceIsSquared() {
        assertThat(KMeans.distance(new double[] {1, 2}, new double[] {4, 6})).isEqualTo(25);
    }
}
