package io.kenshin.contracts.vector;

/** IEEE 754 binary16 conversion; the JDK has its own only from version 20 on. */
final class HalfFloat {
    private HalfFloat() {}

    /** Rounds to the nearest half, ties to even; too large becomes infinity. */
    static short toHalf(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        int magnitude = bits & 0x7fffffff;
        if (magnitude >= 0x7f800000) {
            return (short) (sign | 0x7c00 | (magnitude > 0x7f800000 ? 0x200 : 0));
        }
        if (magnitude >= 0x477ff000) {
            return (short) (sign | 0x7c00);
        }
        if (magnitude < 0x38800000) {
            // Subnormal halves are multiples of 2^-24.
            return (short) (sign | (int) Math.rint(Float.intBitsToFloat(magnitude) * 0x1p24f));
        }
        int rounded = magnitude + 0xfff + (magnitude >>> 13 & 1);
        return (short) (sign | (rounded - 0x38000000 >>> 13));
    }

    static float toFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = half >>> 10 & 0x1f;
        int fraction = half & 0x3ff;
        if (exponent == 0) {
            float value = fraction * 0x1p-24f;
            return sign == 0 ? value : -value;
        }
        int bits = exponent == 31 ? 0x7f800000 | fraction << 13 : (exponent + 112 << 23) | fraction << 13;
        return Float.intBitsToFloat(sign | bits);
    }
}
