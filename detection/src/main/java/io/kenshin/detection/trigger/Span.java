package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import java.util.ArrayList;
import java.util.List;

/** Text that stands by itself: a statement, a part of one, a comment; with {@link Trigger#GAP}, several of them. */
public record Span(Abstraction abstraction, List<String> tokens, List<String> exemplars) implements TextTrigger {
    /** Runs of so many tokens may differ in one and still be the same. */
    private static final int LONG = 6;

    public Span {
        tokens = Parts.some(tokens);
        exemplars = Parts.some(exemplars);
    }

    @Override
    public List<List<String>> runs() {
        return TokenRuns.split(tokens);
    }

    /** Long runs of tokens that stand in code and differ from this one in a single token. */
    @Override
    public List<Trigger> near(Code code) {
        if (tokens.size() < LONG || tokens.contains(GAP)) {
            return List.of();
        }
        List<String> all = code.tokens().stream().map(abstraction::of).toList();
        List<Trigger> near = new ArrayList<>();
        for (int at = 0; at + tokens.size() <= all.size(); at++) {
            List<String> window = all.subList(at, at + tokens.size());
            int different = 0;
            for (int i = 0; i < tokens.size() && different < 2; i++) {
                different += tokens.get(i).equals(window.get(i)) ? 0 : 1;
            }
            if (different == 1) {
                near.add(new Span(abstraction, List.copyOf(window), exemplars));
            }
        }
        return near;
    }

    @Override
    public Span withExemplars(List<String> texts) {
        return new Span(abstraction, tokens, texts);
    }
}
