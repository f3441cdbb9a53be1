package io.kenshin.detection.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Against Wald's bounds by hand: with an error of one in a hundred on either side the sum of log-ratios decides beyond
 * ± ln 99 = 4.595. A flip adds ln(0.85 / 0.5) = 0.5306, a try without one adds ln(0.15 / 0.5) = −1.2040.
 */
class SequentialRatioTest {
    private static final SequentialRatio.Rates RATES = new SequentialRatio.Rates(0.5, 0.85, 0.01);

    private static boolean decides(int flips, int tries) {
        SequentialRatio ratio = new SequentialRatio(RATES);
        ratio.add(new Rate(flips, tries));
        return ratio.decides();
    }

    @Test
    void nineFlipsInARowAreATriggerAndEightAreNot() {
        // 8 × 0.5306 = 4.245, 9 × 0.5306 = 4.776
        assertThat(decides(8, 8)).isFalse();
        assertThat(decides(9, 9)).isTrue();
    }

    @Test
    void fourTriesInARowWithoutAFlipAreOrdinaryCodeAndThreeAreNot() {
        // 3 × −1.204 = −3.612, 4 × −1.204 = −4.816
        assertThat(decides(0, 3)).isFalse();
        assertThat(decides(0, 4)).isTrue();
    }

    @Test
    void oneTryWithoutAFlipIsMadeUpForByTwoAndAHalfFlips() {
        // 11 × 0.5306 − 1.204 = 4.633, 10 × 0.5306 − 1.204 = 4.102
        assertThat(decides(10, 11)).isFalse();
        assertThat(decides(11, 12)).isTrue();
    }

    @Test
    void whatIsBetweenTheRatesStaysOpen() {
        // 7 × 0.5306 − 3 × 1.204 = 0.102
        assertThat(decides(7, 10)).isFalse();
        assertThat(decides(0, 0)).isFalse();
    }

    @Test
    void batchesAddUp() {
        SequentialRatio ratio = new SequentialRatio(RATES);
        ratio.add(new Rate(4, 4));
        assertThat(ratio.decides()).isFalse();
        ratio.add(new Rate(5, 5));
        assertThat(ratio.decides()).isTrue();
    }

    @Test
    void aSmallerErrorAsksForMore() {
        // ln 999 = 6.907: thirteen flips are 6.898, fourteen 7.429
        SequentialRatio strict = new SequentialRatio(new SequentialRatio.Rates(0.5, 0.85, 0.001));
        strict.add(new Rate(13, 13));
        assertThat(strict.decides()).isFalse();
        strict.add(new Rate(1, 1));
        assertThat(strict.decides()).isTrue();
    }
}
