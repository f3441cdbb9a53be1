package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Affixes;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Keywords;
import io.kenshin.detection.code.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Many triggers, looked for in one reading of code: each run of tokens is filed under its rarest-looking token, so that
 * code without any of those costs no more than its tokens. Immutable; safe for many threads.
 */
public final class CompiledTriggers {
    private record Run(int trigger, int part, List<String> tokens, int anchor) {}

    private record Together(int trigger, Set<String> names) {}

    private final List<Trigger> triggers;
    private final Map<Abstraction, Map<String, List<Run>>> byAnchor = new EnumMap<>(Abstraction.class);
    private final Map<String, List<Integer>> affixes = new HashMap<>();
    /** Sets of names that have to be there together, by one of them. */
    private final Map<String, List<Together>> names = new HashMap<>();
    /** How many parts of each have to be there. */
    private final int[] parts;
    /** Those whose parts are no more than a hint. */
    private final BitSet hints = new BitSet();

    public CompiledTriggers(List<? extends Trigger> triggers) {
        this.triggers = List.copyOf(triggers);
        parts = new int[triggers.size()];
        for (int i = 0; i < parts.length; i++) {
            this.triggers.get(i).index(new Filing(i));
        }
    }

    /** Files what one trigger is found by. */
    private final class Filing implements TriggerIndex {
        private final int trigger;

        Filing(int trigger) {
            this.trigger = trigger;
        }

        @Override
        public void all(Abstraction abstraction, List<List<String>> runs) {
            parts[trigger] = runs.size();
            for (int part = 0; part < runs.size(); part++) {
                file(abstraction, part, runs.get(part));
            }
        }

        @Override
        public void around(Abstraction abstraction, List<List<String>> runs) {
            all(abstraction, runs);
            hints.set(trigger);
        }

        @Override
        public void any(Abstraction abstraction, List<List<String>> runs) {
            parts[trigger] = 1;
            runs.forEach(run -> file(abstraction, 0, run));
        }

        private void file(Abstraction abstraction, int part, List<String> tokens) {
            if (!tokens.isEmpty()) {
                int anchor = anchor(tokens);
                byAnchor.computeIfAbsent(abstraction, key -> new HashMap<>())
                        .computeIfAbsent(tokens.get(anchor), key -> new ArrayList<>())
                        .add(new Run(trigger, part, tokens, anchor));
            }
        }

        @Override
        public void affix(String affix) {
            affixes.computeIfAbsent(affix, key -> new ArrayList<>()).add(trigger);
        }

        @Override
        public void names(Set<String> all) {
            names.computeIfAbsent(all.iterator().next(), key -> new ArrayList<>())
                    .add(new Together(trigger, all));
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
        return placeholder ? 0 : token.length() * (Keywords.contains(token) ? 1 : 4);
    }

    public List<Trigger> triggers() {
        return triggers;
    }

    /** Positions of the triggers that code carries, ascending. */
    public List<Integer> in(Code code) {
        List<Token> tokens = code.tokens();
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
                boolean all = part.size() == parts[trigger];
                if (all && (!hints.get(trigger) || triggers.get(trigger).isIn(code))) {
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
            for (Together together : names.getOrDefault(word, List.of())) {
                if (words.containsAll(together.names())) {
                    found.add(together.trigger());
                }
            }
        }
    }

    /** The code without the triggers at those positions. */
    public String without(Code code, List<Integer> positions) {
        Code rest = code;
        for (int position : positions) {
            rest = rest.with(triggers.get(position).remove(rest));
        }
        return rest.text();
    }
}
