package io.kenshin.detection.maths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kenshin.detection.maths.Intervals.Interval;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalsTest {
    @Test
    void wilsonAsInTheLiterature() {
        // Newcombe, Two-sided confidence intervals for the single proportion, 1998, table I, method 3
        assertInterval(Intervals.proportion(81, 263), 0.2553, 0.3662);
        assertInterval(Intervals.proportion(15, 148), 0.0624, 0.1605);
        assertInterval(Intervals.proportion(0, 20), 0.0000, 0.1611);
        assertInterval(Intervals.proportion(1, 29), 0.0061, 0.1718);
        assertThat(Intervals.proportion(0, 0)).isEqualTo(new Interval(0, 0, 1));
    }

    @Test
    void differencesAsInTheLiterature() {
        // Newcombe, Interval estimation for the difference between independent proportions, 1998, table II, method 10
        assertInterval(Intervals.difference(56, 70, 48, 80), 0.0524, 0.3339);
        assertInterval(Intervals.difference(9, 10, 3, 10), 0.1705, 0.8090);
        assertInterval(Intervals.difference(10, 10, 0, 20), 0.6791, 1.0000);
    }

    @Test
    void aPairedIntervalCoversTheTruthAboutAsOftenAsItSays() {
        Random random = new Random(5);
        int covered = 0;
        for (int run = 0; run < 2_000; run++) {
            boolean[] before = new boolean[300];
            boolean[] after = new boolean[300];
            for (int i = 0; i < before.length; i++) {
                before[i] = random.nextDouble() < 0.8;
                after[i] = random.nextDouble() < 0.06 ? !before[i] : before[i];
            }
            // 80 % held before; 6 % of everything turns: 0.06 · 0.2 − 0.06 · 0.8
            Interval interval = Intervals.pairedDifference(after, before);
            covered += interval.low() <= -0.036 && -0.036 <= interval.high() ? 1 : 0;
        }
        assertThat(covered / 2_000.0).isBetween(0.935, 0.97);
    }

    private static void assertInterval(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(6e-5));
        assertThat(interval.high()).isCloseTo(high, within(6e-5));
    }
}
