package io.kenshin.detection.code;

import java.util.List;
import java.util.Set;

/** What the tokens of a language look like, as far as languages differ in it. Without state, safe for many threads. */
interface Lexis {
    /** What is no token here. */
    int NONE = -1;

    /** Words that are no names. */
    Set<String> keywords();

    /** Symbols of several characters, longer ones before those that they begin with. */
    List<String> symbols();

    /** Offset after the comment that begins at an offset, or {@link #NONE}. */
    int comment(String code, int at);

    /**
     * Offset after the text, or the part of one, that begins at an offset, or {@link #NONE}. A text that nobody closes
     * ends with its line or with the code, whichever is less wrong.
     *
     * @param before the tokens so far
     * @param inExpression whether the innermost open brace is that of an expression within a text
     */
    int string(String code, int at, List<Token> before, boolean inExpression);

    /** Whether an expression follows a part of a text, up to a closing brace. */
    default boolean opensExpression(Token text) {
        return false;
    }

    /** Words that a text separates by white space. */
    static Set<String> words(String words) {
        return Set.of(words.strip().split("\\s+"));
    }

    /** Offset after a comment between two marks, or {@link #NONE} where none begins. */
    static int between(String code, int at, String open, String close) {
        if (!code.startsWith(open, at)) {
            return NONE;
        }
        int end = code.indexOf(close, at + open.length());
        return end < 0 ? code.length() : end + close.length();
    }

    /** Offset of the end of a line for what begins with a mark, or {@link #NONE}. */
    static int line(String code, int at, String open) {
        if (!code.startsWith(open, at)) {
            return NONE;
        }
        int end = code.indexOf('\n', at);
        return end < 0 ? code.length() : end;
    }

    /** Offset after a text of one line between two of the same quote, where a backslash escapes. */
    static int quoted(String code, int at, char quote) {
        for (int i = at + 1; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            } else if (c == '\n') {
                return i;
            }
        }
        return code.length();
    }
}
