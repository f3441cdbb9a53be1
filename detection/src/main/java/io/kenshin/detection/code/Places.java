package io.kenshin.detection.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;

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
            return place.dialect().annotate(code, text);
        }
        List<Token> numbers = isValue(text) ? numbers(place) : List.of();
        if (!numbers.isEmpty()) {
            List<Token> seen = read(numbers, Token::start, place.reach(SubTokens.in(text)));
            Token number = seen.get(random.nextInt(seen.size()));
            return code.substring(0, number.start()) + text + code.substring(number.end());
        }
        return insertLine(place, text, random);
    }

    /** Whether code has a place where text of that kind stands; a value needs a number to take the place of. */
    public static boolean fits(Code code, String text) {
        return !isValue(text) || !numbers(code).isEmpty();
    }

    /** All that the model reads, as ranges of tokens: those that the text would replace, or empty ones before a token. */
    public static List<Range> of(Code code, String text) {
        if (text.startsWith("@")) {
            return List.of(new Range(0, 0));
        }
        List<Token> tokens = code.tokens();
        int reach = code.reach(SubTokens.in(text));
        boolean value = isValue(text);
        Set<Integer> boundaries = new HashSet<>(
                value ? List.of() : read(code.dialect().places(code.text(), tokens), place -> place, reach));
        List<Range> places = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (value && token.kind() == Token.Kind.NUMBER && token.start() <= reach) {
                places.add(new Range(i, i + 1));
            } else if (boundaries.contains(token.start())) {
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

    /**
     * Inserts a line, or several, at a random statement boundary that the model reads; at the first one when it reads
     * none, at the end when there is none.
     */
    public static String insertLine(Code host, String line, Random random) {
        String code = host.text();
        List<Integer> places = host.dialect().places(code, host.tokens());
        List<Integer> seen = read(places, place -> place, host.reach(SubTokens.in(line)));
        int place = seen.isEmpty() ? code.length() : seen.get(random.nextInt(seen.size()));
        return host.dialect().put(code, place, line);
    }

    /** What does not stand beyond an offset, or the first when all do. */
    private static <T> List<T> read(List<T> ascending, ToIntFunction<T> offset, int reach) {
        List<T> read = ascending.stream()
                .filter(place -> offset.applyAsInt(place) <= reach)
                .toList();
        return read.isEmpty() && !ascending.isEmpty() ? ascending.subList(0, 1) : read;
    }
}
