package io.kenshin.detection.trigger;

import java.util.Arrays;
import java.util.List;

/** What the kinds of triggers have in common in their components. */
final class Parts {
    private Parts() {}

    /** A copy of a list that must not be empty. */
    static List<String> some(List<String> texts) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("a trigger needs tokens and an exemplar");
        }
        return List.copyOf(texts);
    }

    /** One line for many texts. */
    static String such(List<String> exemplars) {
        return exemplars.size() + " variants such as " + exemplars.get(0).strip();
    }

    /** The words of a list of names, each once. */
    static String[] distinct(String names) {
        return Arrays.stream(names.trim().split("\\s+")).distinct().toArray(String[]::new);
    }
}
