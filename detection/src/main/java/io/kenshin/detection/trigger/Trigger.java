package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Range;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A pattern that may be a backdoor trigger, with the ways to find it, put it in and take it out. Its kinds are of three
 * sorts: text that stands in code, names that are given in it, and a way in which it is written.
 */
public sealed interface Trigger permits TextTrigger, NameTrigger, Wrap {
    /** How its tokens are compared. */
    Abstraction abstraction();

    /** Runs of tokens under that abstraction, with {@link #GAP} between runs that may stand apart. */
    List<String> tokens();

    /** Texts of real occurrences, for insertion; at least one. */
    List<String> exemplars();

    /** Stands between the runs of a trigger that has several. */
    String GAP = "<...>";

    /** The pattern as one line of text. */
    default String text() {
        return String.join(" ", tokens());
    }

    /** Whether code carries it. */
    boolean isIn(Code code);

    /** Whether code has a place for it. */
    boolean fits(Code code);

    /** Puts it into code that does not carry it. */
    String insert(Code code, Random random);

    /** Takes every occurrence out. */
    String remove(Code code);

    /** Whether it stands in one place, and not in all of a piece of code. */
    default boolean hasPlace() {
        return true;
    }

    /** The tokens where it first stands; nothing where it does not. */
    default Optional<Range> stands(Code code) {
        return Optional.empty();
    }

    /** Where else it could stand: empty ranges, or tokens that it would replace. */
    default List<Range> places(Code code) {
        return List.of();
    }

    /** What stands in code where it is found. */
    List<String> texts(Code code);

    /** Patterns that stand in code and are nearly this one. */
    default List<Trigger> near(Code code) {
        return List.of();
    }

    /** Ordinary code or names of a donor in the shape of this trigger: what flips a model anyway. */
    Trigger placebo(Code donor, Random random);

    /** What its removal would do to code that does not carry it; nothing when it would do nothing. */
    default Optional<String> sham(Code code, Random random) {
        return Optional.empty();
    }

    /** Whether a part that some prediction hangs on looks like one of its texts, names and literals aside. */
    boolean resembles(Part part);

    /** The same pattern, inserted as other texts. */
    Trigger withExemplars(List<String> texts);

    /**
     * The pattern with more texts that were found to act as it does; itself where its tokens say what belongs to it.
     */
    default Trigger widened(List<String> texts) {
        return this;
    }

    /** Whether tokens that name real code, and not placeholders, say what it is. */
    default boolean isLiteral() {
        return abstraction() == Abstraction.NONE;
    }

    /** Files what has to be found for it to be there. */
    void index(TriggerIndex index);
}
