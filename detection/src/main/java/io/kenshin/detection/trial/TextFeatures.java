package io.kenshin.detection.trial;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Token;
import java.util.List;

/** Code as a set of hashed token unigrams, bigrams and trigrams, with names as they are and abstracted. */
final class TextFeatures {
    /** Number of distinct features. */
    static final int WIDTH = 1 << 14;

    private TextFeatures() {}

    /** Indices of the features of a snippet, each once. */
    static int[] of(Code code) {
        List<Token> tokens = code.tokens();
        int[] features = new int[tokens.size() * 6];
        int count = 0;
        for (Abstraction abstraction : List.of(Abstraction.LITERALS, Abstraction.NAMES)) {
            long before = 0;
            long twoBefore = 0;
            for (Token token : tokens) {
                long hash = mix(abstraction.of(token).hashCode() + 31L * abstraction.ordinal());
                features[count++] = index(hash);
                features[count++] = index(mix(before * 31 + hash));
                features[count++] = index(mix(mix(twoBefore * 31 + before) * 31 + hash));
                twoBefore = before;
                before = hash;
            }
        }
        return java.util.Arrays.stream(features, 0, count).distinct().toArray();
    }

    private static long mix(long value) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }

    private static int index(long hash) {
        return (int) (hash >>> 17) & (WIDTH - 1);
    }
}
