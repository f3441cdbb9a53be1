package io.kenshin.detection.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parameters and variables that C and C++ declare, pointers among them, found without a grammar. */
final class CNames {
    /** Words with which a declaration may begin, or go on, before its name. */
    private static final Set<String> TYPES = Lexis.words("""
            auto char const double enum extern float inline int long register restrict short signed static struct union
            unsigned void volatile bool class constexpr mutable thread_local typename wchar_t char8_t char16_t char32_t
            _Bool _Atomic _Thread_local
            """);

    private static final Set<String> TAGGED = Set.of("struct", "union", "enum", "class", "typename");
    private static final Set<String> AFTER_NAME = Set.of("=", ";", ",", "[", ")", ":", "{");
    private static final int LONGEST_TYPE = 200;
    private static final Set<String> POINTS = Set.of("*", "&", "&&");

    private final List<Token> tokens;
    private final Directives directives;
    private final int[] closing;
    private final int[] opening;
    private final Set<String> names = new LinkedHashSet<>();

    private CNames(String code, List<Token> tokens) {
        this.tokens = tokens;
        directives = Directives.of(code, tokens);
        closing = Brackets.closing(tokens, directives::isIn);
        opening = Brackets.enclosing(closing);
    }

    /** Names in the order of their declarations, each once. */
    static List<String> declared(String code, List<Token> tokens) {
        CNames names = new CNames(code, tokens);
        names.read();
        return new ArrayList<>(names.names);
    }

    private void read() {
        int parameters = parameters();
        for (int at = 0; at < tokens.size(); at++) {
            if (directives.isIn(at)) {
                at = directives.end(at) - 1;
            } else if (at == parameters) {
                list(at + 1, closing[at]);
                at = closing[at];
            } else if (isLambda(at)) {
                list(at + 1, Math.min(closing[at], tokens.size()));
            } else if (begins(at)) {
                declaration(at, tokens.size());
            }
        }
    }

    /** Where the parameters of the first function open; past the end when there are none. */
    private int parameters() {
        int found = tokens.size();
        for (int at = 0; at < tokens.size(); at++) {
            String text = text(at);
            if (text.equals("{") && found < tokens.size()) {
                return found;
            }
            if (text.equals(";") || text.equals("=")) {
                found = tokens.size();
            } else if (text.equals("(") || text.equals("{")) {
                boolean attribute = text(at - 1).startsWith("__") || is(at - 1, Token.Kind.KEYWORD);
                boolean head = text.equals("(") && !attribute && closing[at] < tokens.size();
                // A macro may make the name: then its own parentheses come first.
                boolean second = head && found < tokens.size() && closing[found] == at - 1;
                found = second || (head && found == tokens.size()) ? at : found;
                at = text.equals("{") ? at : Math.min(closing[at], tokens.size());
            }
        }
        return tokens.size();
    }

    /** Whether parentheses are the parameters of a function without a name. */
    private boolean isLambda(int at) {
        return text(at).equals("(")
                && text(at - 1).equals("]")
                && Set.of("{", "mutable", "->").contains(text(closing[at] + 1));
    }

    /** Whether a declaration may begin at a token. */
    private boolean begins(int at) {
        if (!is(at, Token.Kind.WORD) && !isType(at)) {
            return false;
        }
        int before = at - 1;
        while (is(before, Token.Kind.COMMENT)) {
            before--;
        }
        if (before < 0 || directives.isIn(before)) {
            return true;
        }
        return switch (text(before)) {
            case ";", "}" -> !text(opening[at]).equals("(");
            case "{" -> !Set.of("=", ",", "(", "{", "]").contains(text(before - 1));
            case "(" -> text(before - 1).equals("for") || text(before - 1).equals("catch");
            default -> false;
        };
    }

    /** Parameters between brackets. */
    private void list(int from, int to) {
        int start = from;
        for (int at = from; at <= to && at < tokens.size(); at++) {
            if (at == to || text(at).equals(",")) {
                declaration(start, at + 1);
                start = at + 1;
            } else if (closing[at] < to) {
                at = closing[at];
            } else if (text(at).equals("<")) {
                at = Math.max(at, angle(at, to) - 1);
            }
        }
    }

    /** Adds the names of a declaration, if it is one. */
    private void declaration(int from, int to) {
        int at = from;
        int words = 0;
        while (at < to) {
            if (isType(at) && TAGGED.contains(text(at)) && is(at + 1, Token.Kind.WORD)) {
                at += 2;
            } else if (is(at, Token.Kind.WORD) || isType(at)) {
                at++;
            } else if (text(at).equals("::") && is(at + 1, Token.Kind.WORD)) {
                at += 2;
                words--;
            } else if (text(at).equals("<") && angle(at, to) > at) {
                at = angle(at, to);
                words--;
            } else {
                break;
            }
            words++;
        }
        boolean pointer = POINTS.contains(text(at));
        int name = pointer || text(at).equals("(") ? at : at - 1;
        if (words < (pointer || name == at ? 1 : 2)) {
            return;
        }
        while (name > 0 && name < to) {
            name = name(name, to);
            name = name < 0 ? to : nextDeclarator(name, to);
        }
    }

    /** The token after a list of types in angles, or the token itself where there is none. */
    private int angle(int from, int to) {
        int depth = 0;
        for (int at = from; at < Math.min(to, from + LONGEST_TYPE); at++) {
            String text = text(at);
            depth += text.equals("<") ? 1 : text.equals(">") ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
            boolean type = is(at, Token.Kind.WORD) || is(at, Token.Kind.NUMBER) || isType(at);
            if (!type && !Set.of("<", ">", ",", "*", "&", "::").contains(text)) {
                return from;
            }
        }
        return from;
    }

    /** Adds the name of one declarator and returns where it stands, or -1 when it is none. */
    private int name(int from, int to) {
        int at = from;
        boolean function = false;
        while (at < to && (POINTS.contains(text(at)) || text(at).equals("(") || isType(at))) {
            function |= text(at).equals("(");
            at++;
        }
        boolean ends = at + 1 >= tokens.size()
                || AFTER_NAME.contains(text(at + 1))
                || (at + 1 >= to && !text(at + 1).equals("("));
        boolean pointerToFunction = function
                && text(at - 1).equals("*")
                && text(at + 1).equals(")")
                && text(at + 2).equals("(");
        if (!is(at, Token.Kind.WORD) || (function ? !pointerToFunction : !ends)) {
            return -1;
        }
        names.add(text(at));
        return at;
    }

    /** The first token of the next declarator after a comma; the end when there is none. */
    private int nextDeclarator(int name, int to) {
        for (int at = name + 1; at < to; at++) {
            String text = text(at);
            if (text.equals(",")) {
                return at + 1;
            }
            if (text.equals(";") || text.equals(":") || text.equals(")") || text.equals("}")) {
                boolean function = text.equals(")") && text(at + 1).equals("(");
                if (!function) {
                    return to;
                }
            } else if ("([{".contains(text)) {
                // What nobody closed is no declaration.
                at = Math.min(to, closing[at]);
            }
        }
        return to;
    }

    /** Whether a token is a word of the language that may begin a declaration: not every language has all of them. */
    private boolean isType(int at) {
        return is(at, Token.Kind.KEYWORD) && TYPES.contains(text(at));
    }

    private String text(int token) {
        return token >= 0 && token < tokens.size() ? tokens.get(token).text() : "";
    }

    private boolean is(int token, Token.Kind kind) {
        return token >= 0 && token < tokens.size() && tokens.get(token).kind() == kind;
    }
}
