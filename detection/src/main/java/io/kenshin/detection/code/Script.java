package io.kenshin.detection.code;

import java.util.List;
import java.util.Locale;

/** JavaScript and TypeScript. */
enum Script implements BlockDialect {
    JAVASCRIPT(ScriptLexis.JAVASCRIPT),
    TYPESCRIPT(ScriptLexis.TYPESCRIPT);

    private final ScriptLexis lexis;

    Script(ScriptLexis lexis) {
        this.lexis = lexis;
    }

    @Override
    public String language() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Lexis lexis() {
        return lexis;
    }

    @Override
    public List<Range> statements(String code, List<Token> tokens) {
        return new ScriptReader(code, tokens).read(true).statements();
    }

    /** Within functions, as in other languages; a script without a function has places all the same. */
    @Override
    public List<Integer> places(String code, List<Token> tokens) {
        Outline outline = new ScriptReader(code, tokens).read(true);
        Outline inner = outline.within(Brackets.closing(tokens, at -> false));
        return (inner.places().isEmpty() ? outline : inner).offsets(tokens);
    }

    @Override
    public List<String> declared(String code) {
        return ScriptNames.declared(tokens(code));
    }

    @Override
    public String declaration(String name) {
        return "let " + name + " = 0;";
    }
}
