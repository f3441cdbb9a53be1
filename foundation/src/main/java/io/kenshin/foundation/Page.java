package io.kenshin.foundation;

/**
 * A part of a list that may be long; what is asked for beyond the bounds is brought back into them.
 *
 * @param limit most rows, 1 to {@link #MOST}
 * @param offset rows to leave out before
 */
public record Page(int limit, int offset) {
    public static final int MOST = 10_000;

    public Page {
        limit = Math.min(MOST, Math.max(1, limit));
        offset = Math.max(0, offset);
    }
}
