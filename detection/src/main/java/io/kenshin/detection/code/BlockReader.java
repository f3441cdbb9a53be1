package io.kenshin.detection.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Reads the statements of a language with braces out of its tokens, and the places between them. It knows what such
 * languages share; what braces hold, and where statements end, is asked of the language. It never fails: what it does
 * not know is a statement up to the next semicolon.
 */
abstract class BlockReader {
    /** What a pair of braces holds. */
    enum Inside {
        /** Statements; with it ends the statement that they are part of. */
        BODY,
        /** Statements, within a value. */
        CLOSURE,
        /** Declarations; with it ends the statement. */
        MEMBERS,
        /** Declarations, and the statement goes on. */
        FIELDS,
        /** A value: no statements but for closures in it. */
        VALUE
    }

    private static final int DEEPEST = 200;
    private static final Set<String> HEADS = Set.of("if", "for", "while", "switch", "with", "select");

    final String code;
    final List<Token> tokens;
    private final int[] closing;
    private final int[] opening;
    private int depth;
    private final List<Range> statements = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    /** @param ignored tokens whose brackets do not count */
    BlockReader(String code, List<Token> tokens, IntPredicate ignored) {
        this.code = code;
        this.tokens = tokens;
        closing = Brackets.closing(tokens, ignored);
        opening = Brackets.opening(closing);
    }

    /** @param body whether statements may stand outside all braces */
    final Outline read(boolean body) {
        block(0, tokens.size(), body);
        Collections.sort(places);
        return Outline.of(statements, places, tokens.size());
    }

    /**
     * What braces hold that do not begin a statement.
     *
     * @param from where the statement begins, or -1 within brackets
     * @param body whether the statement stands among statements, not among declarations
     */
    abstract Inside inside(int brace, int from, boolean body);

    /** Whether a keyword makes that nothing after its statement is reached. */
    abstract boolean isJump(String word);

    /** Where a line for the preprocessor ends that begins at a token; the token itself when none does. */
    int directiveEnd(int at) {
        return at;
    }

    /** Whether a directive is one of its own, rather than a part of a pair. */
    boolean isWholeDirective(int at) {
        return true;
    }

    /** Whether the end of a line ends the statement before a token. */
    boolean endsBefore(int at, int from) {
        return false;
    }

    /** The first token after the head of an {@code if}, a loop or a {@code switch}. */
    int headEnd(int from, int to) {
        int at = from + 1;
        while (at < to && at < from + 3 && is(at, Token.Kind.KEYWORD)) {
            at++;
        }
        return at < to && text(at).equals("(") ? Math.min(to, closing[at] + 1) : at;
    }

    final String text(int token) {
        return token >= 0 && token < tokens.size() ? tokens.get(token).text() : "";
    }

    final boolean is(int token, Token.Kind kind) {
        return token >= 0 && token < tokens.size() && tokens.get(token).kind() == kind;
    }

    final int closing(int token) {
        return closing[token];
    }

    /** The bracket that a token closes; -1 where it closes none. */
    final int opening(int token) {
        return opening[token];
    }

    /** Whether a line begins between a token and the one before it. */
    final boolean startsLine(int token) {
        return token == 0
                || code.substring(tokens.get(token - 1).end(), tokens.get(token).start())
                        .contains("\n");
    }

    /** Whether a line ends somewhere between two tokens. */
    final boolean breaksBetween(int before, int at) {
        return before >= 0
                && code.substring(tokens.get(before).end(), tokens.get(at).start())
                        .contains("\n");
    }

    /** The token before, comments aside. */
    final int before(int token) {
        int at = token - 1;
        while (is(at, Token.Kind.COMMENT)) {
            at--;
        }
        return at;
    }

    /** The next token that is neither a comment nor for the preprocessor. */
    final int skip(int from, int to) {
        int at = from;
        while (at < to) {
            int end = is(at, Token.Kind.COMMENT) ? at + 1 : directiveEnd(at);
            if (end == at) {
                return at;
            }
            at = end;
        }
        return to;
    }

    private void block(int from, int to, boolean body) {
        boolean open = true;
        boolean reached = true;
        int at = from;
        while (at < to) {
            int end = directiveEnd(at);
            if (is(at, Token.Kind.COMMENT)) {
                // A comment behind a statement belongs to it, and one before a case to that.
                if (body && open && reached && startsLine(at)) {
                    place(at, !isBeforeLabel(at, to));
                    open = false;
                }
                end = at + 1;
                statements.add(new Range(at, end));
            } else if (end > at) {
                place(at, body && open && reached);
                open = true;
                reached = true;
                if (isWholeDirective(at)) {
                    statements.add(new Range(at, end));
                }
            } else if (labelEnd(at, to) > at) {
                end = labelEnd(at, to);
                open = false;
                reached = true;
            } else {
                // What follows a macro may be the other half of what is in it.
                place(at, body && open && reached && !text(at).equals("else"));
                end = Math.min(to, Math.max(at + 1, statement(at, to, body)));
                statements.add(new Range(at, end));
                open = true;
                reached &= !isJump(text(at));
            }
            at = end;
        }
        if (to < tokens.size()) {
            place(to, body && open && reached);
        }
    }

    private boolean isBeforeLabel(int comment, int to) {
        int next = comment;
        while (next < to && is(next, Token.Kind.COMMENT)) {
            next++;
        }
        return next < to && labelEnd(next, to) > next;
    }

    private void place(int at, boolean may) {
        if (may) {
            places.add(at);
        }
    }

    /** The first token after a label or a case, or the token itself. */
    int labelEnd(int at, int to) {
        if (text(at).equals("case")
                || (text(at).equals("default") && text(at + 1).equals(":"))) {
            for (int i = at + 1; i < to; i++) {
                if (text(i).equals(":")) {
                    return i + 1;
                }
                if (text(i).equals(";") || text(i).equals("}")) {
                    return at;
                }
                i = opens(i) ? Math.min(to, closing[i]) : i;
            }
            return at;
        }
        return is(at, Token.Kind.WORD) && text(at + 1).equals(":") ? at + 2 : at;
    }

    final boolean opens(int at) {
        return is(at, Token.Kind.SYMBOL) && "([{".contains(text(at));
    }

    /** Reads what lies inside and returns where the statement ends; what nobody nests so deep is read no further. */
    private int statement(int from, int to, boolean body) {
        if (depth == DEEPEST) {
            return to;
        }
        depth++;
        int end = read(from, to, body);
        depth--;
        return end;
    }

    private int read(int from, int to, boolean body) {
        String word = text(from);
        if (word.equals("{")) {
            block(from + 1, Math.min(closing[from], to), true);
            return closing[from] + 1;
        }
        if (!is(from, Token.Kind.KEYWORD)) {
            return expression(from, to, body);
        }
        if (HEADS.contains(word)) {
            int end = inner(headEnd(from, to), to);
            int next = skip(end, to);
            return word.equals("if") && text(next).equals("else") ? inner(next + 1, to) : end;
        }
        return switch (word) {
            case "else" -> inner(from + 1, to);
            case "do" -> loop(from, to);
            case "try" -> attempt(from, to);
            default -> expression(from, to, body);
        };
    }

    /** What a head or an {@code else} decides about: nothing can be put between the two. */
    private int inner(int from, int to) {
        int at = skip(from, to);
        return at < to ? statement(at, to, true) : to;
    }

    private int loop(int from, int to) {
        int end = inner(from + 1, to);
        int next = skip(end, to);
        if (next >= to || !text(next).equals("while")) {
            return end;
        }
        int after = headEnd(next, to);
        return text(after).equals(";") ? after + 1 : after;
    }

    private int attempt(int from, int to) {
        int end = inner(from + 1, to);
        for (int next = skip(end, to); next < to; next = skip(end, to)) {
            boolean caught = text(next).equals("catch");
            if (!caught && !text(next).equals("finally")) {
                break;
            }
            end = inner(caught ? headEnd(next, to) : next + 1, to);
        }
        return end;
    }

    private int expression(int from, int to, boolean body) {
        int at = from;
        while (at < to) {
            int directive = directiveEnd(at);
            if (directive > at || is(at, Token.Kind.COMMENT)) {
                int next = skip(at, to);
                if (next < to && at > from && endsBefore(next, from)) {
                    return at;
                }
                at = next;
                continue;
            }
            String text = text(at);
            if (at > from && (text.equals("}") || endsBefore(at, from))) {
                return at;
            }
            if (text.equals(";") && is(at, Token.Kind.SYMBOL)) {
                return at + 1;
            }
            if (text.equals("{") && is(at, Token.Kind.SYMBOL)) {
                Inside inside = inside(at, from, body);
                enter(inside, at, to);
                at = closing[at] + 1;
                if (inside == Inside.BODY || inside == Inside.MEMBERS) {
                    return at;
                }
            } else if (opens(at)) {
                nested(at + 1, Math.min(closing[at], to));
                at = closing[at] + 1;
            } else {
                at++;
            }
        }
        return to;
    }

    private void enter(Inside inside, int brace, int to) {
        if (depth == DEEPEST) {
            return;
        }
        depth++;
        int close = Math.min(closing[brace], to);
        switch (inside) {
            case BODY, CLOSURE -> block(brace + 1, close, true);
            case MEMBERS, FIELDS -> block(brace + 1, close, false);
            case VALUE -> nested(brace + 1, close);
        }
        depth--;
    }

    /** Closures within brackets. */
    private void nested(int from, int to) {
        int at = from;
        while (at < to) {
            if (text(at).equals("{") && is(at, Token.Kind.SYMBOL)) {
                enter(inside(at, -1, true), at, to);
                at = closing[at];
            }
            at++;
        }
    }
}
