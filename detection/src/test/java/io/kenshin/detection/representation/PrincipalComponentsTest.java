package io.kenshin.detection.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
    /** On the line through (1, 1), and a little off it. */
    private static final float[][] VECTORS = {{0, 0}, {2, 2}, {4, 4}, {1, 3}, {3, 1}};

    @Test
    void theFirstComponentIsTheDirectionOfTheMostVariance() {
        double[][] points = PrincipalComponents.of(VECTORS, 2);

        assertThat(Math.abs(points[2][0] - points[0][0])).isCloseTo(4 * Math.sqrt(2), within(1e-9));
        assertThat(points[2][1]).isCloseTo(points[0][1], within(1e-9));
        assertThat(Math.abs(points[3][1] - points[4][1])).isCloseTo(2 * Math.sqrt(2), within(1e-9));
    }

    @Test
    void theMeanIsTheOrigin() {
        assertThat(PrincipalComponents.of(VECTORS, 1)[1][0]).isCloseTo(0, within(1e-9));
    }

    @Test
    void thereAreNoMoreComponentsThanDimensions() {
        assertThat(PrincipalComponents.of(VECTORS, 1)[0]).hasSize(1);
        assertThat(PrincipalComponents.of(VECTORS, 9)[0]).hasSize(2);
    }

    @Test
    void widenedVectorsAreTheSame() {
        assertThat(PrincipalComponents.widen(VECTORS)[3]).containsExactly(1, 3);
    }
}
