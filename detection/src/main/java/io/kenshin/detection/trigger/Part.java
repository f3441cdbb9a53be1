package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Abstraction;
import java.util.List;

/**
 * A part of a sample that can be taken out of it.
 *
 * @param names whether it is names rather than text
 * @param text the part, or names separated by spaces
 * @param without the sample's code without it
 */
public record Part(boolean names, String text, String without) {
    /** The part as a trigger of its own. */
    public Trigger alone() {
        return any(names, List.of(text));
    }

    /** Any of the texts of several parts as one trigger. */
    public static Trigger any(boolean names, List<String> texts) {
        return names ? new NameSet(Abstraction.LITERALS, texts) : new Variants(Abstraction.LITERALS, texts);
    }
}
