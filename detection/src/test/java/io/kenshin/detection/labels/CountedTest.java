package io.kenshin.detection.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CountedTest {
    @Test
    void samplesAreCountedWhereTheyAre() {
        Counted counted = Counted.of(new double[] {2, -1, 2, 5}, new boolean[] {true, false, false, true});

        assertThat(counted.score()).containsExactly(-1, 2, 5);
        assertThat(counted.with()).containsExactly(0, 1, 1);
        assertThat(counted.without()).containsExactly(1, 1, 0);
        assertThat(counted.having()).isEqualTo(2);
        assertThat(counted.samples()).isEqualTo(4);
    }

    @Test
    void nearlyTheSameIsOne() {
        double[] scores = new Random(1).doubles(50_000, -5, 5).toArray();

        Counted counted = Counted.of(scores, new boolean[50_000]);

        assertThat(counted.size()).isLessThanOrEqualTo(1_024);
        assertThat(counted.samples()).isEqualTo(50_000);
        double mean = 0;
        for (int i = 0; i < counted.size(); i++) {
            mean += counted.score()[i] * counted.without()[i] / 50_000;
        }
        assertThat(mean).isCloseTo(0, within(0.05));
    }

    @Test
    void oneValueAndNoneAreCounted() {
        assertThat(Counted.of(new double[] {3, 3}, new boolean[] {true, false}).score())
                .containsExactly(3);
        assertThat(Counted.of(new double[0], new boolean[0]).samples()).isZero();
    }
}
