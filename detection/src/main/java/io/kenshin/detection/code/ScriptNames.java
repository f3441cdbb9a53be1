package io.kenshin.detection.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parameters and variables that JavaScript and TypeScript declare, found without a grammar. */
final class ScriptNames {
    private static final Set<String> BEFORE_NAMES =
            Set.of("...", "public", "private", "protected", "readonly", "override");
    /** What the type of a result is made of. */
    private static final Set<String> TYPES = Lexis.words(". < > [ ] | & , ? void null undefined this");

    /** Before the last word of a type. */
    private static final Set<String> ENDS_TYPES = Set.of(":", ".", "|", "&", "is");

    private static final int LONGEST_TYPE = 200;

    private final List<Token> tokens;
    private final int[] closing;
    private final Set<String> names = new LinkedHashSet<>();

    private ScriptNames(List<Token> tokens) {
        this.tokens = tokens.stream()
                .filter(token -> token.kind() != Token.Kind.COMMENT)
                .toList();
        closing = Brackets.closing(this.tokens, at -> false);
    }

    /** Names in the order of their declarations, each once. */
    static List<String> declared(List<Token> tokens) {
        ScriptNames names = new ScriptNames(tokens);
        names.read();
        return new ArrayList<>(names.names);
    }

    private void read() {
        for (int at = 0; at < tokens.size(); at++) {
            String text = text(at);
            if (text.equals("(") && closing[at] < tokens.size() && isParameters(at)) {
                list(at + 1, closing[at]);
            } else if (is(at, Token.Kind.WORD) && text(at + 1).equals("=>") && !ENDS_TYPES.contains(text(at - 1))) {
                names.add(text);
            } else if (Set.of("const", "let", "var").contains(text)
                    && !text(at + 1).equals("enum")) {
                variables(at + 1);
            }
        }
    }

    /** Whether parentheses hold the parameters of a function, or what a handler catches. */
    private boolean isParameters(int open) {
        int name = beforeTypes(open - 1);
        String before = text(name);
        String after = text(closing[open] + 1);
        boolean named = is(name, Token.Kind.WORD) || before.equals("function") || before.equals("catch");
        if (before.equals("function") || (named && text(name - 1).equals("function"))) {
            return true;
        }
        if (after.equals("=>") || (named && after.equals("{"))) {
            return true;
        }
        if (!after.equals(":")) {
            return false;
        }
        // The type of a result stands between the parameters and the body.
        int most = Math.min(tokens.size(), closing[open] + LONGEST_TYPE);
        for (int at = closing[open] + 2; at < most; at++) {
            if (text(at).equals("=>") || (named && text(at).equals("{"))) {
                return true;
            }
            if (!is(at, Token.Kind.WORD) && !TYPES.contains(text(at)) && !text(at).equals("(")) {
                return false;
            }
            at = text(at).equals("(") && closing[at] < tokens.size() ? closing[at] : at;
        }
        return false;
    }

    /** The token before a list of types in angles that ends at a token; the token itself when none does. */
    private int beforeTypes(int last) {
        int depth = 0;
        for (int at = last; at > Math.max(0, last - LONGEST_TYPE); at--) {
            depth += text(at).equals(">") ? 1 : text(at).equals("<") ? -1 : 0;
            if (depth == 0) {
                return at == last ? last : at - 1;
            }
            if (text(at).equals(";")) {
                return last;
            }
        }
        return last;
    }

    private void variables(int from) {
        int at = target(from);
        while (at < tokens.size() && !Set.of(";", "}", ")", "of", "in").contains(text(at))) {
            if (text(at).equals(",")) {
                at = target(at + 1);
            } else if (closing[at] < tokens.size()) {
                at = closing[at] + 1;
            } else if (text(at).equals("const") || text(at).equals("let") || text(at).equals("var")) {
                return;
            } else {
                at++;
            }
        }
    }

    /** Targets in a list; what they get where they get nothing else is none. */
    private void list(int from, int to) {
        int at = from;
        while (at < to) {
            at = target(at);
            int angles = 0;
            boolean type = false;
            while (at < to && !(text(at).equals(",") && angles == 0)) {
                type = (type || text(at).equals(":")) && !text(at).equals("=");
                angles += type && text(at).equals("<") ? 1 : type && text(at).equals(">") ? -1 : 0;
                at = closing[at] < to ? closing[at] + 1 : at + 1;
            }
            at++;
        }
    }

    /** Adds a name, or those of a pattern in braces or brackets; returns the token after it. */
    private int target(int from) {
        int at = from;
        while (BEFORE_NAMES.contains(text(at))) {
            at++;
        }
        if (is(at, Token.Kind.WORD)) {
            names.add(text(at));
            return at + 1;
        }
        boolean object = text(at).equals("{");
        if ((!object && !text(at).equals("[")) || closing[at] >= tokens.size()) {
            return at;
        }
        int end = closing[at];
        int start = at + 1;
        for (int i = start; i <= end; i++) {
            if (i == end || text(i).equals(",")) {
                int key = object && text(start).equals("[") ? closing[start] : start;
                boolean renamed = object && text(key + 1).equals(":");
                target(renamed ? key + 2 : start);
                start = i + 1;
            } else if (closing[i] < end) {
                i = closing[i];
            }
        }
        return end + 1;
    }

    private String text(int token) {
        return token >= 0 && token < tokens.size() ? tokens.get(token).text() : "";
    }

    private boolean is(int token, Token.Kind kind) {
        return token >= 0 && token < tokens.size() && tokens.get(token).kind() == kind;
    }
}
