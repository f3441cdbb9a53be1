package io.kenshin.detection.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way of writing code, as far as triggers have to be found in it, put into it and taken out of it. It needs no
 * grammar and takes what does not parse, because suspects are snippets from anywhere; where a parser is at hand, an
 * implementation may ask it first. Chosen once for a sample; without state, safe for many threads.
 */
public interface Dialect {
    /** The dialect of a language, or the one that code looks like when the language is not known. */
    static Dialect of(@Nullable String language, String code) {
        if (language != null && Indentation.LANGUAGES.contains(language)) {
            return Indentation.INSTANCE;
        }
        if (language != null && Braces.LANGUAGES.contains(language)) {
            return Braces.INSTANCE;
        }
        // Nearly no code needs to be read twice: without these letters there is no such token either.
        boolean indented = code.contains("def") && Indentation.looksLike(Lexer.tokens(code));
        return indented ? Indentation.INSTANCE : Braces.INSTANCE;
    }

    /** Words, numbers, strings, comments and symbols, in order. */
    default List<Token> tokens(String code) {
        return Lexer.tokens(code);
    }

    /** Whether a word is part of the language rather than a name. */
    default boolean isKeyword(String word) {
        return Keywords.contains(word);
    }

    /** All statements, inner ones after those that hold them; the snippet as a whole is not one of them. */
    List<Range> statements(String code, List<Token> tokens);

    /** Offsets at which a statement may be put, outside parentheses and not after a jump. */
    List<Integer> places(List<Token> tokens);

    /** Names that code declares, each once. */
    default List<String> declared(String code) {
        return Names.declared(code, this);
    }

    /** A statement that declares a name. */
    String declaration(String name);
}
