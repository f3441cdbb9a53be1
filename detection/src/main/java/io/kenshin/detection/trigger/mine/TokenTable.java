package io.kenshin.detection.trigger.mine;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Samples as rows of small integers, one per distinct token text under an abstraction, with the rows that each integer
 * is in, so that a span is looked for only where its rarest token is.
 */
final class TokenTable {
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final int[][] rows;
    private final int[][] holders;

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
        holders = invert(rows, texts.size());
    }

    private static int[][] invert(int[][] rows, int width) {
        int[] sizes = new int[width];
        int[] last = new int[width];
        Arrays.fill(last, -1);
        for (int i = 0; i < rows.length; i++) {
            for (int id : rows[i]) {
                sizes[id] += last[id] == i ? 0 : 1;
                last[id] = i;
            }
        }
        int[][] holders = new int[width][];
        Arrays.setAll(holders, id -> new int[sizes[id]]);
        Arrays.fill(sizes, 0);
        Arrays.fill(last, -1);
        for (int i = 0; i < rows.length; i++) {
            for (int id : rows[i]) {
                if (last[id] != i) {
                    holders[id][sizes[id]++] = i;
                    last[id] = i;
                }
            }
        }
        return holders;
    }

    /** The only rows that can hold a span, ascending. */
    int[] holders(int[] span) {
        int[] rarest = holders[span[0]];
        for (int id : span) {
            rarest = holders[id].length < rarest.length ? holders[id] : rarest;
        }
        return rarest;
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

    /** The integers of token texts that are in the table. */
    int[] span(List<String> run) {
        return run.stream()
                .mapToInt(text -> Objects.requireNonNull(ids.get(text)))
                .toArray();
    }

    /** Position of the first occurrence of a span at or after {@code from}, or -1. */
    int find(int sample, int[] span, int from) {
        return find(rows[sample], span, from);
    }

    static int find(int[] row, int[] span, int from) {
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
