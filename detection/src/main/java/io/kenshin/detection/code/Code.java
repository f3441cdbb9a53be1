package io.kenshin.detection.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Source code with the dialect in which it is read and edited. */
public record Code(String text, Dialect dialect) {
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
        return new Code(edited, dialect);
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
