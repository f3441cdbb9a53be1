package io.kenshin.detection.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private final double[][] points = points();

    private static double[][] points() {
        Random random = new Random(4);
        double[][] points = new double[80][20];
        for (double[] point : points) {
            for (int d = 0; d < point.length; d++) {
                point[d] = random.nextGaussian();
            }
        }
        return points;
    }

    private double squared(int i, int j) {
        double sum = 0;
        for (int d = 0; d < points[i].length; d++) {
            sum += (points[i][d] - points[j][d]) * (points[i][d] - points[j][d]);
        }
        return sum;
    }

    @Test
    void theyAreThoseThatSortingAllDistancesGives() {
        Neighbours neighbours = Neighbours.of(points, 7);

        for (int i = 0; i < points.length; i++) {
            int from = i;
            List<Integer> naive = IntStream.range(0, points.length)
                    .filter(j -> j != from)
                    .boxed()
                    .sorted(Comparator.comparingDouble(j -> squared(from, j)))
                    .limit(7)
                    .toList();
            assertThat(IntStream.of(neighbours.index()[i]).boxed())
                    .isEqualTo(naive)
                    .doesNotContain(i);
            assertThat(neighbours.distance()[i][6]).isCloseTo(squared(i, naive.get(6)), within(1e-9));
        }
    }
}
