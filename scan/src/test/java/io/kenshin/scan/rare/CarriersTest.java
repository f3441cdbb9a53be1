package io.kenshin.scan.rare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class CarriersTest {
    /** Carriers with those priorities, each like the one that a rule says. */
    private static Carriers of(int from, int to, IntUnaryOperator original) {
        Carriers carriers = new Carriers();
        for (int i = to - 1; i >= from; i--) {
            carriers.offer(i * 37L % 1009, i, original.applyAsInt(i));
        }
        return carriers;
    }

    private static Carriers of(int from, int to) {
        return of(from, to, i -> i);
    }

    @Test
    void theFirstOnesAreKeptWhateverTheOrder() {
        Carriers back = new Carriers();
        for (int i = 0; i < 200; i++) {
            back.offer(i * 37L % 1009, i, i);
        }

        assertThat(of(0, 200).likenesses()).containsExactly(back.likenesses()).hasSize(Carriers.MOST);
    }

    @Test
    void theSameCarriersAreKnownThoughFewAreKept() {
        assertThat(of(0, 100).areAmong(of(0, 100))).isTrue();
        assertThat(of(0, 95).areAmong(of(0, 100))).isTrue();
        assertThat(of(0, 100).areAmong(of(0, 400))).as("part of many more").isTrue();
        assertThat(of(0, 400).areAmong(of(0, 100))).as("many more").isFalse();
        assertThat(of(0, 100).areAmong(of(100, 200))).isFalse();
        assertThat(of(0, 8).areAmong(of(4, 12))).isFalse();
    }

    @Test
    void copiesAreNoCarriersOfTheirOwn() {
        Carriers drawn = of(0, 400);

        assertThat(of(0, 60).distinct(drawn)).isEqualTo(1);
        assertThat(of(0, 60, i -> 1).distinct(drawn)).isEqualTo(1.0 / Carriers.MOST);
        assertThat(of(0, 12, i -> i / 2).distinct(drawn)).isEqualTo(0.5);
    }

    @Test
    void whereAllSamplesAreAlikeLikenessSaysNothing() {
        assertThat(of(0, 60, i -> 1).distinct(of(0, 400, i -> i % 3))).isEqualTo(1);
    }
}
