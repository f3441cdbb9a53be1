package io.kenshin.detection.code;

import java.util.List;

/** C and C++. */
enum CFamily implements BlockDialect {
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
    public Lexis lexis() {
        return lexis;
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
}
