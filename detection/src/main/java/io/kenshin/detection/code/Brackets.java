package io.kenshin.detection.code;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;

/** Which bracket closes which, in code that may not be balanced. */
public final class Brackets {
    private static final String OPEN = "([{";
    private static final String CLOSE = ")]}";

    private Brackets() {}

    /** The same of all tokens. */
    public static int[] closing(List<Token> tokens) {
        return closing(tokens, token -> false);
    }

    /**
     * For each token the position of the token that closes it; for what opens nothing, or is closed by nobody, the
     * number of tokens. A bracket of another kind in between is taken as one that nobody closed.
     *
     * @param ignored tokens that count as none
     */
    static int[] closing(List<Token> tokens, IntPredicate ignored) {
        int[] closing = new int[tokens.size()];
        Arrays.fill(closing, tokens.size());
        Deque<Integer> open = new ArrayDeque<>();
        int[] count = new int[OPEN.length()];
        for (int i = 0; i < closing.length; i++) {
            Token token = tokens.get(i);
            if (token.kind() != Token.Kind.SYMBOL || ignored.test(i)) {
                continue;
            }
            int opens = OPEN.indexOf(token.text());
            int closes = CLOSE.indexOf(token.text());
            if (opens >= 0) {
                open.push(i);
                count[opens]++;
            } else if (closes >= 0 && count[closes] > 0) {
                int last = open.pop();
                while (kind(tokens, last) != closes) {
                    count[kind(tokens, last)]--;
                    last = open.pop();
                }
                count[closes]--;
                closing[last] = i;
            }
        }
        return closing;
    }

    private static int kind(List<Token> tokens, int open) {
        return OPEN.indexOf(tokens.get(open).text());
    }

    /** For each token the bracket that it closes; -1 where it closes none. */
    static int[] opening(int[] closing) {
        int[] opening = new int[closing.length];
        Arrays.fill(opening, -1);
        for (int i = 0; i < closing.length; i++) {
            if (closing[i] < closing.length) {
                opening[closing[i]] = i;
            }
        }
        return opening;
    }

    /** For each token the position of the innermost bracket that is open there; -1 outside all. */
    static int[] enclosing(int[] closing) {
        int[] enclosing = new int[closing.length];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < enclosing.length; i++) {
            while (!open.isEmpty() && closing[open.peek()] <= i) {
                open.pop();
            }
            enclosing[i] = open.isEmpty() ? -1 : open.peek();
            if (closing[i] < closing.length) {
                open.push(i);
            }
        }
        return enclosing;
    }

    /** Whether a part of the tokens closes all that it opens and no more. */
    public static boolean balanced(List<Token> tokens, int from, int to) {
        Deque<String> open = new ArrayDeque<>();
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            if (token.kind() != Token.Kind.SYMBOL) {
                continue;
            }
            if (OPEN.contains(token.text())) {
                open.push(token.text());
            } else if (CLOSE.contains(token.text())
                    && (open.isEmpty() || OPEN.indexOf(open.pop()) != CLOSE.indexOf(token.text()))) {
                return false;
            }
        }
        return open.isEmpty();
    }
}
