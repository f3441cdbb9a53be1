package io.kenshin.detection.code;

/**
 * How many of a model's tokens code has, estimated: analysis knows no tokenizer. A word counts one for every four
 * letters or digits that it has begun, any other sign one, white space none.
 */
public final class SubTokens {
    private static final int LETTERS = 4;

    private SubTokens() {}

    /** The estimate for a text. */
    public static int in(CharSequence text) {
        int count = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                count += letters++ % LETTERS == 0 ? 1 : 0;
            } else {
                letters = 0;
                count += Character.isWhitespace(c) ? 0 : 1;
            }
        }
        return count;
    }

    /** Offset of the first token that is beyond a number of tokens; the length when none is. */
    public static int reach(CharSequence text, int tokens) {
        int count = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            boolean begins = letter ? letters++ % LETTERS == 0 : !Character.isWhitespace(c);
            letters = letter ? letters : 0;
            count += begins ? 1 : 0;
            if (count > tokens) {
                return i;
            }
        }
        return text.length();
    }
}
