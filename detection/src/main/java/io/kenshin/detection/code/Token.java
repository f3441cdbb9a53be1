package io.kenshin.detection.code;

/**
 * A token of source code.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 */
public record Token(Kind kind, String text, int start, int end) {
    /** What a token is. */
    public enum Kind {
        /** A name, or a word of the language where nobody tells them apart. */
        WORD,
        /** A word of the language, where its dialect knows it. */
        KEYWORD,
        NUMBER,
        STRING,
        COMMENT,
        SYMBOL
    }
}
