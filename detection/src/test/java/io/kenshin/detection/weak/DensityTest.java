package io.kenshin.detection.weak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DensityTest {
    /** On a line, with a gap of one between neighbours. */
    private static double[][] line(int count) {
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            points[i] = new double[] {i, 0};
        }
        return points;
    }

    @Test
    void itIsTheFiftiethDistanceOverTheFifth() {
        double[] scores = new Density().score(line(101), 1);

        // In the middle of a line the fifth neighbour is three away and the fiftieth twenty-five; at its end five and
        // fifty.
        assertThat(scores[50]).isCloseTo(25.0 / 3, within(1e-6));
        assertThat(scores[0]).isCloseTo(10, within(1e-6));
    }

    @Test
    void ofFewPointsTheFarthestIsTheWiderNeighbourhood() {
        assertThat(new Density().score(line(21), 1)[0]).isCloseTo(20.0 / 5, within(1e-6));
    }

    @Test
    void aDenseIslandScoresHigherThanTheRest() {
        double[][] points = line(101);
        for (int i = 0; i < 6; i++) {
            points[i] = new double[] {20 + i * 1e-3, 5};
        }
        double[] scores = new Density().score(points, 1);

        assertThat(scores[3]).isGreaterThan(100 * scores[60]);
    }
}
