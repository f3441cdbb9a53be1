package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Token;
import java.util.ArrayList;
import java.util.List;

/** Runs of tokens, and where they stand in code. */
public final class TokenRuns {
    private TokenRuns() {}

    /** The runs between gaps. */
    static List<List<String>> split(List<String> tokens) {
        List<List<String>> runs = new ArrayList<>();
        List<String> run = new ArrayList<>();
        for (String token : tokens) {
            if (token.equals(Trigger.GAP)) {
                runs.add(List.copyOf(run));
                run.clear();
            } else {
                run.add(token);
            }
        }
        runs.add(List.copyOf(run));
        return runs;
    }

    /** Position of the first occurrence of a run at or after {@code from}, or -1. */
    public static int find(List<Token> code, List<String> run, Abstraction abstraction, int from) {
        outer:
        for (int at = from; at + run.size() <= code.size(); at++) {
            for (int i = 0; i < run.size(); i++) {
                if (!run.get(i).equals(abstraction.of(code.get(at + i)))) {
                    continue outer;
                }
            }
            return at;
        }
        return -1;
    }
}
