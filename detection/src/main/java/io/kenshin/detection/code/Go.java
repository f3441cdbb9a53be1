package io.kenshin.detection.code;

import java.util.List;

/** Go. */
enum Go implements BlockDialect {
    INSTANCE;

    @Override
    public String language() {
        return "go";
    }

    @Override
    public Lexis lexis() {
        return GoLexis.INSTANCE;
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
}
