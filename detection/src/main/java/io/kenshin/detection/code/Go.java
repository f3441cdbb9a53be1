package io.kenshin.detection.code;

import java.util.List;

/** Go. */
enum Go implements Dialect {
    INSTANCE;

    @Override
    public String language() {
        return "go";
    }

    @Override
    public List<Token> tokens(String code) {
        return LexisLexer.tokens(GoLexis.INSTANCE, code);
    }

    @Override
    public boolean isKeyword(String word) {
        return GoLexis.INSTANCE.keywords().contains(word);
    }

    @Override
    public List<Range> statements(String code, List<Token> tokens) {
        return new GoReader(code, tokens).read(false).statements();
    }

    @Override
    public List<Integer> places(String code, List<Token> tokens) {
        return new GoReader(code, tokens).read(false).offsets(tokens);
    }

    @Override
    public List<String> declared(String code) {
        return GoNames.declared(code, tokens(code));
    }

    @Override
    public String declaration(String name) {
        return "var " + name + " int";
    }

    @Override
    public String put(String code, int place, String text) {
        return Lines.put(code, place, Lines.reindented(text, tokens(text), Lines.indent(code, place), "{"));
    }
}
