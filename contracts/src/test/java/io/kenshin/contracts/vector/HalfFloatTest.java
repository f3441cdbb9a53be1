package io.kenshin.contracts.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalfFloatTest {
    @Test
    void everyHalfSurvivesTheWayThroughAFloat() {
        for (int bits = 0; bits <= 0xffff; bits++) {
            float value = HalfFloat.toFloat((short) bits);
            if (!Float.isNaN(value)) {
                assertThat(HalfFloat.toHalf(value)).as("half %04x", bits).isEqualTo((short) bits);
            }
        }
    }

    @Test
    void roundingGoesToTheNearestHalfAndTiesToEven() {
        // Examples of IEEE 754: one half is 0x3800, the largest half 65504, the least subnormal 2^-24.
        assertThat(HalfFloat.toHalf(0.5f)).isEqualTo((short) 0x3800);
        assertThat(HalfFloat.toFloat((short) 0x7bff)).isEqualTo(65504f);
        assertThat(HalfFloat.toFloat((short) 0x0001)).isEqualTo(0x1p-24f);
        assertThat(HalfFloat.toHalf(1f + 0x1p-11f)).isEqualTo((short) 0x3c00);
        assertThat(HalfFloat.toHalf(1f + 3 * 0x1p-11f)).isEqualTo((short) 0x3c02);
        assertThat(HalfFloat.toHalf(65520f)).isEqualTo((short) 0x7c00);
        assertThat(HalfFloat.toFloat(HalfFloat.toHalf(Float.NaN))).isNaN();
    }
}
