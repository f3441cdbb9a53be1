package io.kenshin.detection.code;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Lines for the preprocessor of C among tokens. */
final class Directives {
    private static final Set<String> WHOLE = Set.of("define", "undef", "include", "pragma", "error", "warning", "line");

    private final List<Token> tokens;
    /** For each token of such a line the token after the line; 0 for others. */
    private final int[] ends;

    private Directives(List<Token> tokens) {
        this.tokens = tokens;
        ends = new int[tokens.size()];
    }

    /**
     * Finds the lines. Of alternatives ({@code #else}) that open more than they close, all but the first count as such
     * lines too, as a whole: code is read as if only the first were there.
     */
    static Directives of(String code, List<Token> tokens) {
        Directives directives = new Directives(tokens);
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).text().equals("#") && (at == 0 || breaks(code, tokens, at))) {
                int end = lineEnd(code, tokens, at);
                Arrays.fill(directives.ends, at, end, end);
                at = end - 1;
            }
        }
        directives.dropAlternatives();
        return directives;
    }

    /** The token after the line that a token is in; the token itself when it is in none. */
    int end(int at) {
        return isIn(at) ? ends[at] : at;
    }

    boolean isIn(int at) {
        return at < ends.length && ends[at] > 0;
    }

    /** Whether a line stands by itself, rather than for the beginning or the end of something. */
    boolean isWhole(int at) {
        return WHOLE.contains(word(at));
    }

    private String word(int at) {
        return ends[at] > at + 1 ? tokens.get(at + 1).text() : "";
    }

    private int next(int at) {
        return isIn(at) ? ends[at] : at + 1;
    }

    private void dropAlternatives() {
        int at = 0;
        while (at < ends.length) {
            int goOn = next(at);
            if (word(at).startsWith("el")) {
                int end = endif(ends[at]);
                int after = end < ends.length ? next(end) : end;
                if (!Brackets.balanced(tokens, ends[at], end)) {
                    Arrays.fill(ends, at, after, after);
                }
                // What is nested in alternatives stands or falls with them.
                goOn = after;
            }
            at = goOn;
        }
    }

    /** The token with which the line begins that ends a choice between alternatives. */
    private int endif(int from) {
        int depth = 0;
        for (int at = from; at < ends.length; at = next(at)) {
            String word = word(at);
            if (word.equals("endif") && depth-- == 0) {
                return at;
            }
            depth += word.startsWith("if") ? 1 : 0;
        }
        return ends.length;
    }

    private static boolean breaks(String code, List<Token> tokens, int at) {
        return code.substring(tokens.get(at - 1).end(), tokens.get(at).start()).contains("\n");
    }

    /** A backslash at its end continues a line. */
    private static int lineEnd(String code, List<Token> tokens, int from) {
        int at = from + 1;
        while (at < tokens.size()
                && (!breaks(code, tokens, at) || tokens.get(at - 1).text().equals("\\"))) {
            at++;
        }
        return at;
    }
}
