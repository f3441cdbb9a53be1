package io.kenshin.detection.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Where a statement or a comment can be put into code. */
public final class Places {
    private static final java.util.Set<String> DEAD_AFTER = java.util.Set.of("return", "throw", "break", "continue");

    private static final int LONGEST_VALUE = 20;

    private Places() {}

    /**
     * Inserts text where text of its kind stands: an annotation in front, a value in place of a number, anything else
     * as a line at a random statement boundary.
     */
    public static String insert(String code, String text, Random random) {
        if (text.startsWith("@")) {
            return text + "\n" + code;
        }
        List<Token> numbers = numbers(code);
        if (isValue(text) && !numbers.isEmpty()) {
            Token number = numbers.get(random.nextInt(numbers.size()));
            return code.substring(0, number.start()) + text + code.substring(number.end());
        }
        return insertLine(code, text, random);
    }

    /** Whether code has a place where text of that kind stands; a value needs a number to take the place of. */
    public static boolean fits(String code, String text) {
        return !isValue(text) || !numbers(code).isEmpty();
    }

    private static boolean isValue(String text) {
        return text.startsWith("(") && text.endsWith(")") && Lexer.tokens(text).size() < LONGEST_VALUE;
    }

    private static List<Token> numbers(String code) {
        return Lexer.tokens(code).stream()
                .filter(token -> token.kind() == Token.Kind.NUMBER)
                .toList();
    }

    /** Inserts a line at a random statement boundary; at the end when there is none. */
    public static String insertLine(String code, String line, Random random) {
        List<Integer> places = statementStarts(Lexer.tokens(code));
        int place = places.isEmpty() ? code.length() : places.get(random.nextInt(places.size()));
        int lineStart = code.lastIndexOf('\n', Math.max(0, place - 1)) + 1;
        String before = code.substring(lineStart, Math.max(lineStart, place));
        String indent = before.isBlank() ? before : "    ";
        String opening = before.isBlank() ? "" : "\n" + indent;
        return code.substring(0, place) + opening + line + "\n" + indent + code.substring(place);
    }

    /** Offsets at which a statement starts, outside parentheses and not after a jump. */
    static List<Integer> statementStarts(List<Token> tokens) {
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
            boolean continues = List.of("else", "catch", "finally", "case", "default", "while")
                    .contains(next);
            if (braces > 0 && !continues && !DEAD_AFTER.contains(statement)) {
                places.add(tokens.get(i + 1).start());
            }
            statement = "";
        }
        return places;
    }
}
