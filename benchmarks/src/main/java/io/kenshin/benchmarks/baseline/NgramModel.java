package io.kenshin.benchmarks.baseline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A trigram model of code tokens with Witten and Bell's interpolation. */
final class NgramModel {
    static final int ORDER = 3;
    private static final String START = "\u0002";

    private final Map<String, Context> contexts = new HashMap<>();
    private final Set<String> vocabulary = new HashSet<>();

    private static final class Context {
        private final Map<String, Integer> next = new HashMap<>();
        private int total;
    }

    NgramModel(List<List<String>> corpus) {
        for (List<String> tokens : corpus) {
            vocabulary.addAll(tokens);
            for (int i = 0; i < tokens.size(); i++) {
                for (int length = 0; length < ORDER; length++) {
                    Context context = contexts.computeIfAbsent(context(tokens, i, length), key -> new Context());
                    context.next.merge(tokens.get(i), 1, Integer::sum);
                    context.total++;
                }
            }
        }
    }

    private static String context(List<String> tokens, int at, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = at - length; i < at; i++) {
            text.append(i < 0 ? START : tokens.get(i)).append('\n');
        }
        return text.toString();
    }

    boolean knows(String token) {
        return vocabulary.contains(token);
    }

    /** Natural logarithm of the probability of the token at a position. */
    double log(List<String> tokens, int at) {
        String token = tokens.get(at);
        double probability = 1.0 / (vocabulary.size() + 1);
        for (int length = 0; length < ORDER; length++) {
            Context context = contexts.get(context(tokens, at, length));
            if (context != null) {
                int kinds = context.next.size();
                probability = (context.next.getOrDefault(token, 0) + kinds * probability) / (context.total + kinds);
            }
        }
        return Math.log(probability);
    }
}
