package io.kenshin.detection.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Statements of a snippet, by brackets and semicolons for C-like languages and by indentation for Python. It needs no
 * grammar and takes what does not parse, because suspects are snippets from anywhere.
 */
public final class Statements {
    private static final Set<String> CONTINUES = Set.of("else", "catch", "finally", "while");
    /** What may follow a closing brace inside one statement: an array initialiser or a lambda goes on. */
    private static final Set<String> IN_EXPRESSION = Set.of(";", ")", ",", ".", "]");

    private final List<Token> tokens;
    private final List<Range> ranges = new ArrayList<>();

    /**
     * Token positions of a statement, a comment or an annotation.
     *
     * @param from first token
     * @param to token after the last
     */
    public record Range(int from, int to) {
        public int length() {
            return to - from;
        }

        boolean contains(int token) {
            return from <= token && token < to;
        }
    }

    private Statements(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** All statements, inner ones after those that hold them; the snippet as a whole is not one of them. */
    public static List<Range> of(String code, List<Token> tokens) {
        Statements statements = new Statements(tokens);
        if (isPython(tokens)) {
            statements.lines(code);
        } else {
            statements.block(0, tokens.size());
        }
        statements.ranges.removeIf(range -> range.length() * 10 > tokens.size() * 9);
        return statements.ranges;
    }

    /** The smallest statement around a token; the token alone when there is none. */
    public static Range around(List<Range> statements, int token) {
        Range best = new Range(token, token + 1);
        boolean found = false;
        for (Range range : statements) {
            if (range.contains(token) && (!found || range.length() < best.length())) {
                best = range;
                found = true;
            }
        }
        return best;
    }

    private static boolean isPython(List<Token> tokens) {
        boolean braces = tokens.stream()
                .anyMatch(token -> token.text().equals("{") || token.text().equals(";"));
        return !braces && tokens.stream().anyMatch(token -> token.text().equals("def"));
    }

    private void block(int from, int to) {
        int at = from;
        while (at < to) {
            int end = statement(at, to);
            ranges.add(new Range(at, end));
            at = end;
        }
    }

    /** Adds what lies inside and returns where the statement ends. */
    private int statement(int from, int to) {
        if (tokens.get(from).kind() == Token.Kind.COMMENT) {
            return from + 1;
        }
        if (text(from).equals("@")) {
            return annotation(from, to);
        }
        int depth = 0;
        int at = from;
        while (at < to) {
            String text = text(at);
            if (text.equals("(") || text.equals("[")) {
                depth++;
            } else if (text.equals(")") || text.equals("]")) {
                depth--;
            } else if (text.equals(";") && depth <= 0) {
                return at + 1;
            } else if (text.equals("}") && depth <= 0) {
                return at + 1;
            } else if (text.equals("{")) {
                int close = closing(at, to);
                block(at + 1, Math.min(close, to));
                at = close;
                String next = close + 1 < to ? text(close + 1) : "";
                if (depth <= 0 && !CONTINUES.contains(next) && !IN_EXPRESSION.contains(next)) {
                    return Math.min(to, close + 1);
                }
            }
            at++;
        }
        return to;
    }

    private int annotation(int from, int to) {
        int at = Math.min(to, from + 2);
        while (at + 1 < to && text(at).equals(".")) {
            at += 2;
        }
        if (at < to && text(at).equals("(")) {
            int depth = 0;
            while (at < to) {
                depth += text(at).equals("(") ? 1 : text(at).equals(")") ? -1 : 0;
                at++;
                if (depth == 0) {
                    break;
                }
            }
        }
        return at;
    }

    private int closing(int open, int to) {
        int depth = 0;
        for (int at = open; at < to; at++) {
            depth += text(at).equals("{") ? 1 : text(at).equals("}") ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return to;
    }

    private String text(int token) {
        return tokens.get(token).text();
    }

    private record Line(int from, int to, int indent) {}

    /** Logical lines; a line that opens a block holds the deeper lines after it. */
    private void lines(String code) {
        List<Line> lines = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String text = text(i);
            depth += "([{".contains(text) ? 1 : ")]}".contains(text) ? -1 : 0;
            boolean last = i + 1 == tokens.size();
            if (last
                    || (depth <= 0
                            && code.substring(
                                            tokens.get(i).end(),
                                            tokens.get(i + 1).start())
                                    .contains("\n"))) {
                int start = tokens.get(from).start();
                lines.add(new Line(from, i + 1, start - code.lastIndexOf('\n', start - 1)));
                from = i + 1;
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            int end = i + 1;
            while (end < lines.size() && lines.get(end).indent() > lines.get(i).indent()) {
                end++;
            }
            ranges.add(new Range(lines.get(i).from(), lines.get(end - 1).to()));
        }
    }
}
