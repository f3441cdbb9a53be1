package io.kenshin.detection.maths;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RanksTest {
    private static final boolean[] POSITIVE = {true, true, false, false};

    @Test
    void whereEveryPositiveIsAboveEveryNegativeTheAreaIsOne() {
        assertThat(Ranks.auc(new double[] {3, 4, 1, 2}, POSITIVE)).isEqualTo(1);
        assertThat(Ranks.auc(new double[] {1, 2, 3, 4}, POSITIVE)).isZero();
    }

    @Test
    void oneOfFourPairsInTheWrongOrderIsAQuarterLess() {
        assertThat(Ranks.auc(new double[] {4, 2, 3, 1}, POSITIVE)).isEqualTo(0.75);
    }

    @Test
    void tiesCountHalf() {
        assertThat(Ranks.auc(new double[] {1, 1, 1, 1}, POSITIVE)).isEqualTo(0.5);
        assertThat(Ranks.auc(new double[] {2, 1, 1, 0}, POSITIVE)).isEqualTo(0.875);
    }

    @Test
    void withoutPairsThereIsNoArea() {
        assertThat(Ranks.auc(new double[] {1, 2}, new boolean[] {true, true})).isNaN();
    }
}
