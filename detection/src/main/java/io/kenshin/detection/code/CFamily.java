package io.kenshin.detection.code;

import java.util.List;

/** C and C++. */
enum CFamily implements Dialect {
    C(CLexis.C, "c"),
    CPP(CLexis.CPP, "c++");

    private final CLexis lexis;
    private final String language;

    CFamily(CLexis lexis, String language) {
        this.lexis = lexis;
        this.language = language;
    }

    @Override
    public String language() {
        return language;
    }

    @Override
    public List<Token> tokens(String code) {
        return LexisLexer.tokens(lexis, code);
    }

    @Override
    public boolean isKeyword(String word) {
        return lexis.keywords().contains(word);
    }

    @Override
    public List<Range> statements(String code, List<Token> tokens) {
        return new CReader(code, tokens).read(false).statements();
    }

    @Override
    public List<Integer> places(String code, List<Token> tokens) {
        return new CReader(code, tokens).read(false).offsets(tokens);
    }

    @Override
    public List<String> declared(String code) {
        return CNames.declared(code, tokens(code));
    }

    @Override
    public String declaration(String name) {
        return "int " + name + " = 0;";
    }

    @Override
    public String put(String code, int place, String text) {
        return Lines.put(code, place, Lines.reindented(text, tokens(text), Lines.indent(code, place), "{"));
    }
}
