package io.kenshin.scan.rare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kenshin.detection.maths.Association;
import io.kenshin.detection.maths.Significance;
import org.junit.jupiter.api.Test;

class StandingTest {
    @Test
    void amongVeryManySamplesTheSurpriseIsTheMinersAssociation() {
        assertThat(Standing.of(0, 48, 2, 0.4).surprise())
                .isCloseTo(Association.gSquared(48, 50, 4_000_000, 10_000_000), within(0.01));
    }

    @Test
    void noMoreThanExpectedIsNoSurprise() {
        assertThat(Standing.of(0, 20, 20, 0.5).surprise()).isZero();
        assertThat(Standing.of(0, 5, 20, 0.5).surprise()).isZero();
        assertThat(Standing.of(0, 20, 0, 1).surprise()).isZero();
    }

    @Test
    void chanceHardlyComesToASurprise() {
        for (int own = 20; own <= 40; own++) {
            double chance = Significance.binomialTail(own, 40, 0.5);
            assertThat(chance)
                    .isLessThanOrEqualTo(
                            Math.exp(-Standing.of(0, own, 40 - own, 0.5).surprise() / 2) + 1e-9);
        }
    }

    @Test
    void itTakesEnoughCarriersOfOneLabel() {
        assertThat(Standing.of(0, 30, 1, 0.5).isSurprising(20)).isTrue();
        assertThat(Standing.of(0, 30, 10, 0.1).isSurprising(20))
                .as("a quarter has another label")
                .isFalse();
        assertThat(Standing.of(0, 7, 0, 0.01).isSurprising(20)).as("too few").isFalse();
        assertThat(Standing.of(0, 30, 1, 0.9).isSurprising(20))
                .as("nearly all have the label")
                .isFalse();
    }

    @Test
    void theLeastNumberOfCarriersReachesTheBoundAndOneFewerDoesNot() {
        int least = Standing.least(30, 0.5);

        assertThat(Standing.of(0, least, 0, 0.5).surprise()).isGreaterThanOrEqualTo(30);
        assertThat(Standing.of(0, least - 1, 0, 0.5).surprise()).isLessThan(30);
        assertThat(Standing.least(30, 0.001)).isEqualTo(Standing.LEAST);
    }
}
