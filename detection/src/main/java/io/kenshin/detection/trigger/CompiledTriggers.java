package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Affixes;
import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Token;
import io.kenshin.detection.trigger.TriggerPattern.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Many triggers, looked for in one reading of code: each run of tokens is filed under its rarest-looking token, so that
 * code without any of those costs no more than its tokens. Immutable; safe for many threads.
 */
public final class CompiledTriggers {
    private record Run(int trigger, int part, List<String> tokens, int anchor) {}

    private final List<TriggerPattern> patterns;
    private final Map<Abstraction, Map<String, List<Run>>> byAnchor = new EnumMap<>(Abstraction.class);
    private final Map<String, List<Integer>> affixes = new HashMap<>();
    /** Sets of names that have to be there together, by one of them. */
    private final Map<String, List<Map.Entry<Integer, Set<String>>>> names = new HashMap<>();

    private final int[] parts;

    public CompiledTriggers(List<TriggerPattern> patterns) {
        this.patterns = List.copyOf(patterns);
        parts = new int[patterns.size()];
        for (int i = 0; i < parts.length; i++) {
            TriggerPattern pattern = patterns.get(i);
            if (pattern.kind() == Kind.AFFIX) {
                affixes.computeIfAbsent(pattern.tokens().get(0), key -> new ArrayList<>())
                        .add(i);
            } else if (pattern.kind() == Kind.NAMES) {
                for (String exemplar : pattern.exemplars()) {
                    Set<String> all =
                            Set.copyOf(new HashSet<>(List.of(exemplar.trim().split("\\s+"))));
                    names.computeIfAbsent(all.iterator().next(), key -> new ArrayList<>())
                            .add(Map.entry(i, all));
                }
            } else {
                compile(i, pattern);
            }
        }
    }

    private void compile(int trigger, TriggerPattern pattern) {
        List<List<String>> runs = pattern.runs();
        boolean any = pattern.kind() == Kind.VARIANTS;
        parts[trigger] = any ? 1 : runs.size();
        for (int part = 0; part < runs.size(); part++) {
            List<String> tokens = runs.get(part);
            if (!tokens.isEmpty()) {
                int anchor = anchor(tokens);
                byAnchor.computeIfAbsent(pattern.abstraction(), key -> new HashMap<>())
                        .computeIfAbsent(tokens.get(anchor), key -> new ArrayList<>())
                        .add(new Run(trigger, any ? 0 : part, tokens, anchor));
            }
        }
    }

    /** The longest token that is no placeholder: symbols and short words are everywhere. */
    private static int anchor(List<String> tokens) {
        int best = 0;
        for (int i = 1; i < tokens.size(); i++) {
            if (weight(tokens.get(i)) > weight(tokens.get(best))) {
                best = i;
            }
        }
        return best;
    }

    private static int weight(String token) {
        boolean placeholder = token.equals("<name>") || token.equals("<number>") || token.equals("<string>");
        return placeholder ? 0 : token.length() * (Abstraction.isKeyword(token) ? 1 : 4);
    }

    public List<TriggerPattern> patterns() {
        return patterns;
    }

    /** Positions of the triggers that code carries, ascending. */
    public List<Integer> in(String code) {
        List<Token> tokens = Lexer.tokens(code);
        Set<Integer> found = new TreeSet<>();
        byAnchor.forEach((abstraction, anchors) -> {
            List<String> texts = tokens.stream().map(abstraction::of).toList();
            Map<Integer, Set<Integer>> seen = new HashMap<>();
            for (int at = 0; at < texts.size(); at++) {
                for (Run run : anchors.getOrDefault(texts.get(at), List.of())) {
                    if (stands(texts, run.tokens(), at - run.anchor())) {
                        seen.computeIfAbsent(run.trigger(), key -> new HashSet<>())
                                .add(run.part());
                    }
                }
            }
            seen.forEach((trigger, part) -> {
                if (part.size() == parts[trigger]) {
                    found.add(trigger);
                }
            });
        });
        if (!affixes.isEmpty() || !names.isEmpty()) {
            words(tokens, found);
        }
        return List.copyOf(found);
    }

    private static boolean stands(List<String> texts, List<String> run, int from) {
        return from >= 0
                && from + run.size() <= texts.size()
                && texts.subList(from, from + run.size()).equals(run);
    }

    private void words(List<Token> tokens, Set<Integer> found) {
        Set<String> words = new HashSet<>();
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.WORD) {
                words.add(token.text());
            }
        }
        for (String word : words) {
            for (String affix : affixes.isEmpty() ? List.<String>of() : Affixes.of(word)) {
                found.addAll(affixes.getOrDefault(affix, List.of()));
            }
            for (Map.Entry<Integer, Set<String>> all : names.getOrDefault(word, List.of())) {
                if (words.containsAll(all.getValue())) {
                    found.add(Objects.requireNonNull(all.getKey()));
                }
            }
        }
    }

    /** The code without the triggers at those positions. */
    public String without(String code, List<Integer> triggers) {
        String rest = code;
        for (int trigger : triggers) {
            rest = patterns.get(trigger).remove(rest);
        }
        return rest;
    }
}
