package io.kenshin.detection.code;

import java.util.List;

/** Languages of indented lines: Python. */
final class Indentation implements Dialect {
    static final Indentation INSTANCE = new Indentation();

    private Indentation() {}

    @Override
    public String language() {
        return "python";
    }

    @Override
    public List<Token> tokens(String code) {
        return LexisLexer.tokens(PythonLexis.INSTANCE, code);
    }

    @Override
    public boolean isKeyword(String word) {
        return PythonLexis.INSTANCE.keywords().contains(word);
    }

    @Override
    public List<Range> statements(String code, List<Token> tokens) {
        return Braces.withoutWhole(new PythonLines(code, tokens).statements(), tokens.size());
    }

    @Override
    public List<Integer> places(String code, List<Token> tokens) {
        return new PythonLines(code, tokens)
                .places().stream().map(place -> tokens.get(place).start()).toList();
    }

    @Override
    public List<String> declared(String code) {
        return PythonNames.declared(code, tokens(code));
    }

    @Override
    public String declaration(String name) {
        return name + " = 0";
    }

    /** At the end of code, text goes on with the body of the last function. */
    @Override
    public String put(String code, int place, String text) {
        if (place < code.length()) {
            return Lines.put(code, place, Lines.reindented(text, tokens(text), Lines.indent(code, place), ":"));
        }
        String indent = new PythonLines(code, tokens(code)).bodyIndentation();
        String start = code.isEmpty() || code.endsWith("\n") ? indent : "\n" + indent;
        return code + start + Lines.reindented(text, tokens(text), indent, ":") + "\n";
    }

    /** A decorator stands before the function, not before what is imported for it. */
    @Override
    public String annotate(String code, String text) {
        int place = new PythonLines(code, tokens(code)).firstFunction();
        return Lines.put(code, place, text);
    }
}
