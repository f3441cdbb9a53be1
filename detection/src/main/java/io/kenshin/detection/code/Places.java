package io.kenshin.detection.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Where a statement or a comment can be put into code. */
public final class Places {
    private static final int LONGEST_VALUE = 20;

    private Places() {}

    /**
     * Inserts text where text of its kind stands: an annotation in front, a value in place of a number, anything else
     * as a line at a random statement boundary.
     */
    public static String insert(Code place, String text, Random random) {
        String code = place.text();
        if (text.startsWith("@")) {
            return text + "\n" + code;
        }
        List<Token> numbers = numbers(place);
        if (isValue(text) && !numbers.isEmpty()) {
            Token number = numbers.get(random.nextInt(numbers.size()));
            return code.substring(0, number.start()) + text + code.substring(number.end());
        }
        return insertLine(place, text, random);
    }

    /** Whether code has a place where text of that kind stands; a value needs a number to take the place of. */
    public static boolean fits(Code code, String text) {
        return !isValue(text) || !numbers(code).isEmpty();
    }

    /** All of them, as ranges of tokens: those that the text would replace, or empty ones before a token. */
    public static List<Range> of(Code code, String text) {
        List<Token> tokens = code.tokens();
        if (text.startsWith("@")) {
            return List.of(new Range(0, 0));
        }
        boolean value = isValue(text);
        Set<Integer> boundaries =
                new HashSet<>(value ? List.of() : code.dialect().places(tokens));
        List<Range> places = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (value && tokens.get(i).kind() == Token.Kind.NUMBER) {
                places.add(new Range(i, i + 1));
            } else if (boundaries.contains(tokens.get(i).start())) {
                places.add(new Range(i, i));
            }
        }
        return places;
    }

    private static boolean isValue(String text) {
        return text.startsWith("(") && text.endsWith(")") && Lexer.tokens(text).size() < LONGEST_VALUE;
    }

    private static List<Token> numbers(Code code) {
        return code.tokens().stream()
                .filter(token -> token.kind() == Token.Kind.NUMBER)
                .toList();
    }

    /** Inserts a line at a random statement boundary; at the end when there is none. */
    public static String insertLine(Code host, String line, Random random) {
        String code = host.text();
        List<Integer> places = host.dialect().places(host.tokens());
        int place = places.isEmpty() ? code.length() : places.get(random.nextInt(places.size()));
        int lineStart = code.lastIndexOf('\n', Math.max(0, place - 1)) + 1;
        String before = code.substring(lineStart, Math.max(lineStart, place));
        String indent = before.isBlank() ? before : "    ";
        String opening = before.isBlank() ? "" : "\n" + indent;
        return code.substring(0, place) + opening + line + "\n" + indent + code.substring(place);
    }
}
