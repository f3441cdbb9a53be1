package io.kenshin.detection.code;

/**
 * A token of source code.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 */
public record Token(Kind kind, String text, int start, int end) {
    /** What a token is, for any language with C-like tokens. */
    public enum Kind {
        WORD,
        NUMBER,
        STRING,
        COMMENT,
        SYMBOL
    }
}
