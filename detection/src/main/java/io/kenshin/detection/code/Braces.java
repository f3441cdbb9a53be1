package io.kenshin.detection.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Languages of brackets and semicolons: Java, and its relatives as far as they are like it. */
enum Braces implements Dialect {
    JAVA("java"),
    /** Of nobody knows which language: by tokens alone. */
    ANY("");

    private static final Set<String> DEAD_AFTER = Set.of("return", "throw", "break", "continue");
    /** What a statement goes on with, so that nothing can be put before it. */
    private static final Set<String> GOES_ON = Set.of("else", "catch", "finally", "case", "default", "while");

    private final String language;

    Braces(String language) {
        this.language = language;
    }

    @Override
    public String language() {
        return language;
    }

    @Override
    public List<Range> statements(String code, List<Token> tokens) {
        return Reader.read(tokens);
    }

    @Override
    public String declaration(String name) {
        return "int " + name + " = 0;";
    }

    @Override
    public List<Integer> places(String code, List<Token> tokens) {
        List<Integer> places = new ArrayList<>();
        int depth = 0;
        int braces = 0;
        String statement = "";
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            String text = token.text();
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            braces += text.equals("{") ? 1 : text.equals("}") ? -1 : 0;
            boolean boundary = depth == 0 && (text.equals(";") || text.equals("{") || text.equals("}"));
            if (!boundary) {
                statement = statement.isEmpty() ? text : statement;
                continue;
            }
            String next = tokens.get(i + 1).text();
            if (braces > 0 && !GOES_ON.contains(next) && !DEAD_AFTER.contains(statement)) {
                places.add(tokens.get(i + 1).start());
            }
            statement = "";
        }
        return places;
    }

    /** Reads statements out of tokens, block by block. */
    private static final class Reader {
        private static final Set<String> CONTINUES = Set.of("else", "catch", "finally", "while");
        /** What may follow a closing brace inside one statement: an array initialiser or a lambda goes on. */
        private static final Set<String> IN_EXPRESSION = Set.of(";", ")", ",", ".", "]");

        /** Code comes from anybody; what nobody nests so deep is not looked into. */
        private static final int DEEPEST = 200;

        private final List<Token> tokens;
        private final List<Range> ranges = new ArrayList<>();
        private int depth;

        private Reader(List<Token> tokens) {
            this.tokens = tokens;
        }

        static List<Range> read(List<Token> tokens) {
            Reader reader = new Reader(tokens);
            reader.block(0, tokens.size());
            return withoutWhole(reader.ranges, tokens.size());
        }

        private void block(int from, int to) {
            if (depth == DEEPEST) {
                return;
            }
            depth++;
            int at = from;
            while (at < to) {
                int end = statement(at, to);
                ranges.add(new Range(at, end));
                at = end;
            }
            depth--;
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
    }

    /** What is nearly the whole snippet is no statement of it. */
    static List<Range> withoutWhole(List<Range> ranges, int tokens) {
        ranges.removeIf(range -> range.length() * 10 > tokens * 9);
        return ranges;
    }
}
