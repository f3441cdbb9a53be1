package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Samples as rows of small integers, one per distinct token text under an abstraction. */
final class TokenTable {
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final int[][] rows;

    TokenTable(List<List<Token>> samples, Abstraction abstraction) {
        rows = new int[samples.size()][];
        for (int i = 0; i < rows.length; i++) {
            List<Token> tokens = samples.get(i);
            rows[i] = new int[tokens.size()];
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = ids.computeIfAbsent(abstraction.of(tokens.get(j)), text -> {
                    texts.add(text);
                    return texts.size() - 1;
                });
            }
        }
    }

    int[] row(int sample) {
        return rows[sample];
    }

    String text(int id) {
        return texts.get(id);
    }

    List<String> texts(int[] span) {
        List<String> result = new ArrayList<>(span.length);
        for (int id : span) {
            result.add(texts.get(id));
        }
        return result;
    }

    /** Hash of the n-gram at a position. */
    long hash(int sample, int at, int n) {
        long hash = 0xcbf29ce484222325L + n;
        for (int i = 0; i < n; i++) {
            hash = (hash ^ (rows[sample][at + i] + 1)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? 1 : hash;
    }

    /** Position of the first occurrence of a span at or after {@code from}, or -1. */
    int find(int sample, int[] span, int from) {
        int[] row = rows[sample];
        outer:
        for (int at = from; at + span.length <= row.length; at++) {
            for (int i = 0; i < span.length; i++) {
                if (row[at + i] != span[i]) {
                    continue outer;
                }
            }
            return at;
        }
        return -1;
    }
}
