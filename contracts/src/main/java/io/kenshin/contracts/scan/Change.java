package io.kenshin.contracts.scan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The difference of a scan from the last healthy one of the same data and model. */
public enum Change {
    /** A trigger is proven. */
    ATTACK,
    /** A pattern may be a trigger: people look at it. */
    SUSPECTED,
    /** Many samples of a label lie elsewhere than before, and no trigger is the cause: other data, not poison. */
    DRIFT,
    /** The vectors are another version's: that they lie elsewhere says nothing. */
    NEW_VERSION,
    /** There was no healthy scan before. */
    FIRST,
    /** Everything lies where it lay. */
    STEADY,
    /** The scan did not end in a verdict on the data. */
    UNKNOWN;

    /** As it is written: {@code new-version}. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
