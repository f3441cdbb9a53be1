package io.kenshin.detection.code;

import java.util.List;

/** A dialect with tokens of its own whose blocks stand in braces. */
interface BlockDialect extends Dialect {
    /** What its tokens look like. */
    Lexis lexis();

    @Override
    default List<Token> tokens(String code) {
        return LexisLexer.tokens(lexis(), code);
    }

    @Override
    default boolean isKeyword(String word) {
        return lexis().keywords().contains(word);
    }

    @Override
    default String put(String code, int place, String text) {
        return Lines.put(code, place, Lines.reindented(text, tokens(text), Lines.indent(code, place), "{"));
    }
}
