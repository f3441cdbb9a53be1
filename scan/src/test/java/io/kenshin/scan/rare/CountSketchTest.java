package io.kenshin.scan.rare;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.scan.sample.SaltedHash;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CountSketchTest {
    private static long key(int number) {
        return SaltedHash.mix(number);
    }

    /** 40,000 keys that occur once, in 2 × 10,000 cells, beside ten that occur fifty times. */
    private static CountSketch loaded(int width) {
        CountSketch sketch = new CountSketch(40_000, width);
        for (int i = 0; i < 40_000; i++) {
            sketch.add(key(i), i % width);
        }
        for (int i = 100_000; i < 100_010; i++) {
            for (int n = 0; n < 50; n++) {
                sketch.add(key(i), 0);
            }
        }
        return sketch;
    }

    @Test
    void whatIsAloneIsCountedExactly() {
        CountSketch sketch = new CountSketch(1 << 16, 2);
        for (int n = 0; n < 7; n++) {
            sketch.add(key(1), 0);
        }
        sketch.add(key(1), 1);

        assertThat(sketch.estimate(key(1), 0)).isEqualTo(7);
        assertThat(sketch.estimate(key(1), 1)).isEqualTo(1);
        assertThat(sketch.estimate(key(2), 0)).isZero();
    }

    @Test
    void anEstimateIsNeverTooSmall() {
        for (int width : new int[] {1, 2, 6}) {
            CountSketch sketch = loaded(width);
            for (int i = 0; i < 40_000; i++) {
                assertThat(sketch.estimate(key(i), i % width)).isPositive();
            }
            for (int i = 100_000; i < 100_010; i++) {
                assertThat(sketch.estimate(key(i), 0)).isGreaterThanOrEqualTo(50);
            }
        }
    }

    @Test
    void estimatesAreTooLargeByNoMoreThanTheNoiseThatIsMeasured() {
        for (int width : new int[] {1, 2, 6}) {
            CountSketch sketch = loaded(width);
            for (double part : new double[] {0.5, 0.9, 0.99}) {
                int noise = sketch.noise(part);
                int within = 0;
                for (int i = 0; i < 10_000; i++) {
                    within += sketch.estimate(key(500_000 + i), i % width) <= noise ? 1 : 0;
                }
                // Four keys to a cell: the lesser of two is hardly more than four.
                assertThat(within / 10_000.0)
                        .as("width %s, part %s", width, part)
                        .isGreaterThan(part - 0.02);
                assertThat(noise).isLessThanOrEqualTo(10);
            }
        }
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        int[] keys = new Random(1).ints(20_000, 0, 3_000).toArray();
        CountSketch forth = new CountSketch(4_000, 1);
        CountSketch back = new CountSketch(4_000, 1);
        for (int i = 0; i < keys.length; i++) {
            forth.add(key(keys[i]), 0);
            back.add(key(keys[keys.length - 1 - i]), 0);
        }

        for (int i = 0; i < 3_000; i++) {
            assertThat(forth.estimate(key(i), 0)).isEqualTo(back.estimate(key(i), 0));
        }
    }

    @Test
    void countersStopWhenTheyAreFull() {
        CountSketch sketch = new CountSketch(64, 1);
        for (int i = 0; i < CountSketch.FULL + 10; i++) {
            sketch.add(key(1), 0);
        }

        assertThat(sketch.estimate(key(1), 0)).isEqualTo(CountSketch.FULL);
    }

    @Test
    void theFrequentAreCounted() {
        CountSketch sketch = new CountSketch(1 << 20, 1);
        for (int i = 0; i < 300; i++) {
            for (int n = 0; n < (i < 100 ? 8 : 3); n++) {
                sketch.add(key(i), 0);
            }
        }

        assertThat(sketch.cells(8)).isBetween(95L, 105L);
        assertThat(sketch.cells(9)).isLessThan(5);
    }
}
