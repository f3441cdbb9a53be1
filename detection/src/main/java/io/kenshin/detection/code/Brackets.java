package io.kenshin.detection.code;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;

/** Which bracket closes which, in code that may not be balanced. */
final class Brackets {
    private static final String OPEN = "([{";
    private static final String CLOSE = ")]}";

    private Brackets() {}

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
        for (int i = 0; i < closing.length; i++) {
            Token token = tokens.get(i);
            if (token.kind() != Token.Kind.SYMBOL || ignored.test(i)) {
                continue;
            }
            if (OPEN.contains(token.text())) {
                open.push(i);
            } else if (CLOSE.contains(token.text())) {
                String opener = String.valueOf(OPEN.charAt(CLOSE.indexOf(token.text())));
                if (open.stream().anyMatch(at -> tokens.get(at).text().equals(opener))) {
                    while (!tokens.get(open.peek()).text().equals(opener)) {
                        open.pop();
                    }
                    closing[open.pop()] = i;
                }
            }
        }
        return closing;
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
    static boolean balanced(List<Token> tokens, int from, int to) {
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
