package io.kenshin.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A word of a closed set, an enum, in the form in which it travels and is kept: lower case, with hyphens. */
public interface Word {
    String name();

    /** The word itself; JSON has the same one. */
    default String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word of a set that has this text; empty where there is none. */
    static <W extends Enum<W> & Word> Optional<W> find(Class<W> set, String text) {
        return Arrays.stream(set.getEnumConstants())
                .filter(word -> word.text().equals(text))
                .findFirst();
    }

    /** All words of a set, in their order. */
    static <W extends Enum<W> & Word> List<String> texts(Class<W> set) {
        return Arrays.stream(set.getEnumConstants()).map(Word::text).toList();
    }

    /** @throws IllegalArgumentException when the set has no such word */
    static <W extends Enum<W> & Word> W of(Class<W> set, String text) {
        return find(set, text)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is none of " + texts(set)));
    }
}
