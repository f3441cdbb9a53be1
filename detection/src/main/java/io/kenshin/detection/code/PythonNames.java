package io.kenshin.detection.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parameters and variables that Python code declares: what it imports or defines is not among them. */
final class PythonNames {
    /** What a name stands in front of when it is not itself given a value. */
    private static final Set<String> GOES_ON = Set.of(".", "[", "(");

    private static final Set<String> RECEIVERS = Set.of("self", "cls");

    private final List<Token> tokens;
    private final int[] closing;
    private final Set<String> names = new LinkedHashSet<>();

    private PythonNames(List<Token> tokens) {
        this.tokens = tokens;
        closing = Brackets.closing(tokens, at -> false);
    }

    /** Names in the order of their declarations, each once. */
    static List<String> declared(String code, List<Token> tokens) {
        PythonNames names = new PythonNames(tokens);
        for (PythonLines.Line line : new PythonLines(code, tokens).lines()) {
            names.line(line.from(), line.to());
        }
        return new ArrayList<>(names.names);
    }

    private void line(int from, int to) {
        if (text(from).equals("import") || text(from).equals("from")) {
            return;
        }
        boolean annotated = is(from, Token.Kind.WORD) && text(from + 1).equals(":") && to > from + 1;
        if (annotated) {
            names.add(text(from));
        }
        int start = from;
        int depth = 0;
        for (int at = annotated ? to : from; at < to; at++) {
            String text = text(at);
            depth += "([{".contains(text) ? 1 : ")]}".contains(text) ? -1 : 0;
            if (text.equals("def")) {
                parameters(at + 2, to);
            } else if (text.equals("for")) {
                at = targets(at + 1, to);
            } else if (text.equals("as")) {
                target(at + 1);
            } else if (text.equals(":=")) {
                target(at - 1);
            } else if (depth == 0 && text.equals("=")) {
                assigned(start, at);
                start = at + 1;
            } else if (depth == 0 && (text.equals(";") || text.equals(":"))) {
                start = at + 1;
            }
        }
    }

    private void parameters(int open, int to) {
        if (!text(open).equals("(") || closing[open] >= to) {
            return;
        }
        boolean first = true;
        for (int at = open + 1; at < closing[open]; at++) {
            if (first && is(at, Token.Kind.WORD) && !RECEIVERS.contains(text(at))) {
                names.add(text(at));
            }
            first = text(at).equals(",") || (first && text(at).startsWith("*"));
            at = closing[at] < to ? closing[at] : at;
        }
    }

    /** What a loop gives values to; returns the token of {@code in}. */
    private int targets(int from, int to) {
        int at = from;
        while (at < to && !text(at).equals("in")) {
            target(at);
            at++;
        }
        return at;
    }

    /** Each part of a list of targets, if it is a name. */
    private void assigned(int from, int to) {
        for (int at = from; at < to; at++) {
            target(at);
            boolean value = is(at, Token.Kind.WORD) || is(at, Token.Kind.STRING);
            at = text(at + 1).equals("[") || (value && text(at + 1).equals("(")) ? Math.min(to, closing[at + 1]) : at;
        }
    }

    private void target(int at) {
        boolean member = text(at - 1).equals(".") || GOES_ON.contains(text(at + 1));
        if (is(at, Token.Kind.WORD) && !member) {
            names.add(text(at));
        }
    }

    private String text(int token) {
        return token >= 0 && token < tokens.size() ? tokens.get(token).text() : "";
    }

    private boolean is(int token, Token.Kind kind) {
        return token >= 0 && token < tokens.size() && tokens.get(token).kind() == kind;
    }
}
