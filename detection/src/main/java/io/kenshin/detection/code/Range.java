package io.kenshin.detection.code;

import java.util.List;

/**
 * Token positions of a statement, a comment or an annotation.
 *
 * @param from first token
 * @param to token after the last
 */
public record Range(int from, int to) {
    public int length() {
        return to - from;
    }

    private boolean contains(int token) {
        return from <= token && token < to;
    }

    /** The smallest of some statements around a token; the token alone when there is none. */
    public static Range around(List<Range> statements, int token) {
        Range best = new Range(token, token + 1);
        boolean found = false;
        for (Range range : statements) {
            if (range.contains(token) && (!found || range.length() < best.length())) {
                best = range;
                found = true;
            }
        }
        return best;
    }
}
