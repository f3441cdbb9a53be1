package io.kenshin.detection.code;

import java.util.List;

/**
 * What a reader found in code.
 *
 * @param statements inner ones before those that hold them; the snippet as a whole is not one of them
 * @param places tokens before which a statement may stand, ascending
 */
record Outline(List<Range> statements, List<Integer> places) {
    /** What is nearly the whole snippet is no statement of it. */
    static Outline of(List<Range> statements, List<Integer> places, int tokens) {
        return new Outline(Braces.withoutWhole(statements, tokens), places);
    }

    /** Without the places outside all brackets. */
    Outline within(int[] closing) {
        int[] enclosing = Brackets.enclosing(closing);
        int[] opening = Brackets.opening(closing);
        return new Outline(
                statements,
                places.stream()
                        .filter(place -> enclosing[place] >= 0 || opening[place] >= 0)
                        .toList());
    }

    /** Offsets of the places. */
    List<Integer> offsets(List<Token> tokens) {
        return places.stream().map(place -> tokens.get(place).start()).toList();
    }
}
