package io.kenshin.detection.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class QuadTreeTest {
    private final double[] x = new double[700];
    private final double[] y = new double[700];

    QuadTreeTest() {
        Random random = new Random(7);
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextGaussian() * 10;
            y[i] = random.nextGaussian();
        }
    }

    /** Over all pairs. */
    private double[] naive(int point) {
        double[] result = new double[3];
        for (int j = 0; j < x.length; j++) {
            double dx = x[point] - x[j];
            double dy = y[point] - y[j];
            double q = 1 / (1 + dx * dx + dy * dy);
            result[0] += q * q * dx;
            result[1] += q * q * dy;
            result[2] += j == point ? 0 : q;
        }
        return result;
    }

    private double[] repulsion(int point, double angle) {
        double[] result = new double[3];
        new QuadTree(x, y).repulsion(point, angle, result, QuadTree.stack());
        return result;
    }

    @Test
    void whereNoSquareCountsAsOneTheForceIsThatOfAllPairs() {
        for (int point = 0; point < x.length; point += 50) {
            assertThat(repulsion(point, 0)).containsExactly(naive(point), within(1e-9));
        }
    }

    @Test
    void withSquaresItIsNearlyThat() {
        for (int point = 0; point < x.length; point += 50) {
            double[] exact = naive(point);
            assertThat(repulsion(point, 0.5)[2]).isCloseTo(exact[2], within(0.02 * exact[2]));
        }
    }

    @Test
    void equalPointsPushNobodyAndCountFully() {
        double[] same = new double[50];
        double[] result = new double[3];

        new QuadTree(same, same).repulsion(3, 0.5, result, QuadTree.stack());

        assertThat(result).containsExactly(new double[] {0, 0, 49}, within(1e-9));
    }
}
