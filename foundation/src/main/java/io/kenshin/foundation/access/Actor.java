package io.kenshin.foundation.access;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import org.jspecify.annotations.Nullable;

/** Who does something: kept with every step. */
public final class Actor {
    /** HTTP header with the name of the person, which the console and the command line send. */
    public static final String HEADER = "Kenshin-User";
    /** What the fleet does by itself. */
    public static final String FLEET = "kenshin";

    private static final int LONGEST = 100;

    private Actor() {}

    /** The person of a request; somebody where it does not say. */
    public static String named(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return "somebody";
        }
        if (header.length() > LONGEST || header.chars().anyMatch(Character::isISOControl)) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, HEADER + " is a name of at most 100 characters");
        }
        return header.strip();
    }
}
