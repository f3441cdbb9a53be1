package io.kenshin.detection.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way of writing code, as far as triggers have to be found in it, put into it and taken out of it. It needs no
 * grammar and takes what does not parse, because suspects are snippets from anywhere; where a parser is at hand, an
 * implementation may ask it first. Chosen once for a sample; without state, safe for many threads.
 */
public interface Dialect {
    /** That of code in no language that is known: by tokens alone. */
    Dialect ANY = Braces.ANY;

    /** All that there are. */
    static List<Dialect> all() {
        return Languages.all();
    }

    /**
     * The dialect of a language, or the one that code looks like when the language is not known.
     *
     * @param language lower-case name; null when nobody said
     */
    static Dialect of(@Nullable String language, String code) {
        Dialect known = language == null ? null : Languages.dialect(language);
        return known != null ? known : Guess.dialect(code);
    }

    /** Whether a language has a dialect of its own, rather than being read by what most languages share. */
    static boolean reads(String language) {
        Dialect known = Languages.dialect(language);
        return known != null && !known.language().isEmpty();
    }

    /** The language whose own words and statements it knows, in lower case; empty when it knows only tokens. */
    default String language() {
        return "";
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
    List<Integer> places(String code, List<Token> tokens);

    /**
     * Puts text as lines of its own where a statement may stand.
     *
     * @param place one of {@link #places}, or the length of the code
     */
    default String put(String code, int place, String text) {
        return Lines.put(code, place, text);
    }

    /** Puts an annotation in front of a function. */
    default String annotate(String code, String text) {
        return text + "\n" + code;
    }

    /** Names that code declares, each once. */
    default List<String> declared(String code) {
        return Names.declared(code, this);
    }

    /** A statement that declares a name. */
    String declaration(String name);
}
