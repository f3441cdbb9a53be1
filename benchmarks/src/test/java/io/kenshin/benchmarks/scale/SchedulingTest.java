package io.kenshin.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SchedulingTest {
    private static final double FOR_EVER = Double.POSITIVE_INFINITY;

    @Test
    void oneReplicaTakesTheSumOfItsChunks() {
        Scheduling.Outcome outcome = Scheduling.play(10, number -> number + 1.0, 4, 1, FOR_EVER, 1);

        assertThat(outcome.seconds()).isCloseTo(55, within(1e-9));
        assertThat(outcome.efficiency()).isCloseTo(1, within(1e-9));
    }

    @Test
    void moreReplicasThanPartitionsHaveNothingToDo() {
        Scheduling.Outcome four = Scheduling.play(40_000, number -> 1.0, 4, 4, FOR_EVER, 1);
        Scheduling.Outcome eight = Scheduling.play(40_000, number -> 1.0, 4, 8, FOR_EVER, 1);

        assertThat(four.efficiency()).isGreaterThan(0.95);
        assertThat(eight.seconds()).isEqualTo(four.seconds());
        assertThat(eight.efficiency()).isCloseTo(four.efficiency() / 2, within(1e-9));
    }

    @Test
    void whoDiesLosesNothingAndCostsTime() {
        Scheduling.Outcome calm = Scheduling.play(20_000, number -> 0.3, 64, 8, FOR_EVER, 1);
        Scheduling.Outcome rough = Scheduling.play(20_000, number -> 0.3, 64, 8, 300, 1);

        assertThat(rough.again()).isPositive();
        assertThat(rough.seconds()).isGreaterThan(calm.seconds());
        assertThat(rough.efficiency()).isBetween(0.5, calm.efficiency());
    }

    @Test
    void theSameSeedGivesTheSameScan() {
        assertThat(Scheduling.play(5_000, number -> 0.3, 16, 4, 200, 7))
                .isEqualTo(Scheduling.play(5_000, number -> 0.3, 16, 4, 200, 7));
    }
}
