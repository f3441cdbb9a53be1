package io.kenshin.detection.trial;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Code as a set of hashed token unigrams, bigrams and trigrams, with names as they are and abstracted. */
public final class TextFeatures {
    /** Number of distinct features. */
    public static final int WIDTH = 1 << 14;

    private TextFeatures() {}

    /** Indices of the features of a snippet, each once. */
    public static int[] of(Code code) {
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

    /**
     * What each feature of a snippet stands for, as text: the first n-gram that has it.
     *
     * @return feature to its tokens, with a space between them
     */
    public static Map<Integer, String> named(Code code) {
        List<Token> tokens = code.tokens();
        Map<Integer, String> named = new LinkedHashMap<>();
        for (Abstraction abstraction : List.of(Abstraction.LITERALS, Abstraction.NAMES)) {
            long before = 0;
            long twoBefore = 0;
            for (int i = 0; i < tokens.size(); i++) {
                long hash = mix(abstraction.of(tokens.get(i)).hashCode() + 31L * abstraction.ordinal());
                named.putIfAbsent(index(hash), text(tokens, i, 1, abstraction));
                named.putIfAbsent(index(mix(before * 31 + hash)), text(tokens, i, 2, abstraction));
                named.putIfAbsent(
                        index(mix(mix(twoBefore * 31 + before) * 31 + hash)), text(tokens, i, 3, abstraction));
                twoBefore = before;
                before = hash;
            }
        }
        return named;
    }

    private static String text(List<Token> tokens, int last, int length, Abstraction abstraction) {
        return tokens.subList(Math.max(0, last + 1 - length), last + 1).stream()
                .map(abstraction::of)
                .collect(Collectors.joining(" "));
    }

    private static long mix(long value) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }

    private static int index(long hash) {
        return (int) (hash >>> 17) & (WIDTH - 1);
    }
}
