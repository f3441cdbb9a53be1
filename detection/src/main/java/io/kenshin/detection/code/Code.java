package io.kenshin.detection.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Source code with the dialect in which it is read and edited.
 *
 * @param limit how many tokens of it a model reads, special ones among them; {@link #UNLIMITED} when nobody said
 */
public record Code(String text, Dialect dialect, int limit) {
    /** A model that reads everything. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** What tokenizers put around code. */
    private static final int SPECIAL = 2;

    public Code(String text, Dialect dialect) {
        this(text, dialect, UNLIMITED);
    }

    /** Code in a language that has to be guessed. */
    public static Code of(String text) {
        return of(text, null);
    }

    /** @param language lower-case name; null when nobody said */
    public static Code of(String text, @Nullable String language) {
        return new Code(text, Dialect.of(language, text));
    }

    /** Other text in the same dialect: an edit does not change the language. */
    public Code with(String edited) {
        return new Code(edited, dialect, limit);
    }

    /** The same code, for a model that reads so many tokens of it. */
    public Code within(int tokens) {
        return new Code(text, dialect, tokens);
    }

    /**
     * Offset at which the model stops reading, by an estimate.
     *
     * @param spare tokens that are to fit in before it
     */
    public int reach(int spare) {
        // A token has at least one character: the usual short sample need not be counted.
        return text.length() + (long) spare + SPECIAL <= limit
                ? text.length()
                : SubTokens.reach(text, Math.max(0, limit - SPECIAL - spare));
    }

    public List<Token> tokens() {
        return dialect.tokens(text);
    }

    /** @param tokens those of this code */
    public List<Range> statements(List<Token> tokens) {
        return dialect.statements(text, tokens);
    }

    /** Names that look declared here. */
    public List<String> declared() {
        return dialect.declared(text);
    }
}
