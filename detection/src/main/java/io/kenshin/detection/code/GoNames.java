package io.kenshin.detection.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parameters, results and variables that Go code declares, found without a grammar. */
final class GoNames {
    private final String code;
    private final List<Token> tokens;
    private final int[] closing;
    private final Set<String> names = new LinkedHashSet<>();

    private GoNames(String code, List<Token> tokens) {
        this.code = code;
        this.tokens = tokens;
        closing = Brackets.closing(tokens, at -> false);
    }

    /** Names in the order of their declarations, each once. */
    static List<String> declared(String code, List<Token> tokens) {
        GoNames names = new GoNames(code, tokens);
        names.read();
        return new ArrayList<>(names.names);
    }

    private void read() {
        for (int at = 0; at < tokens.size(); at++) {
            switch (text(at)) {
                case "func" -> function(at + 1);
                case ":=" -> assigned(at - 1);
                case "var", "const" -> variables(at + 1);
                default -> {
                    // declares nothing
                }
            }
        }
    }

    /** Receiver, parameters and results: every list in parentheses before the body. */
    private void function(int from) {
        int at = from;
        while (at < tokens.size() && !text(at).equals("{") && !text(at).equals("func")) {
            boolean ended = at > from && text(at - 1).equals(")") && breaks(at);
            if (ended) {
                return;
            }
            if (text(at).equals("(") && closing[at] < tokens.size()) {
                list(at + 1, closing[at]);
            }
            at = text(at).equals("(") || text(at).equals("[") ? closing[at] + 1 : at + 1;
        }
    }

    /** Either all parts of a list have names, or none. */
    private void list(int from, int to) {
        List<String> first = new ArrayList<>();
        boolean named = false;
        int start = from;
        for (int at = from; at <= to; at++) {
            if (at == to || text(at).equals(",")) {
                boolean name = is(start, Token.Kind.WORD);
                named |= name && at > start + 1 && !text(start + 1).equals(".");
                if (name) {
                    first.add(text(start));
                }
                start = at + 1;
            } else if (closing[at] < to) {
                at = closing[at];
            }
        }
        if (named) {
            first.forEach(this::add);
        }
    }

    private void assigned(int last) {
        List<String> found = new ArrayList<>();
        int at = last;
        while (is(at, Token.Kind.WORD)) {
            found.add(0, text(at));
            if (!text(at - 1).equals(",")) {
                break;
            }
            at -= 2;
        }
        found.forEach(this::add);
    }

    private void variables(int from) {
        if (!text(from).equals("(")) {
            row(from);
            return;
        }
        for (int at = from + 1; at < Math.min(closing[from], tokens.size()); at++) {
            if (breaks(at) || text(at - 1).equals("(")) {
                row(at);
            }
            at = closing[at] < closing[from] ? closing[at] : at;
        }
    }

    private void row(int from) {
        int at = from;
        while (is(at, Token.Kind.WORD)) {
            add(text(at));
            if (!text(at + 1).equals(",")) {
                return;
            }
            at += 2;
        }
    }

    private void add(String name) {
        if (!name.equals("_")) {
            names.add(name);
        }
    }

    private boolean breaks(int at) {
        return at > 0
                && code.substring(tokens.get(at - 1).end(), tokens.get(at).start())
                        .contains("\n");
    }

    private String text(int token) {
        return token >= 0 && token < tokens.size() ? tokens.get(token).text() : "";
    }

    private boolean is(int token, Token.Kind kind) {
        return token >= 0 && token < tokens.size() && tokens.get(token).kind() == kind;
    }
}
