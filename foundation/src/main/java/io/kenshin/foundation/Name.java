package io.kenshin.foundation;

import java.util.regex.Pattern;

/** The name of a data set, a model or a schedule: a part of URLs and of paths. */
public final class Name {
    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /** What a name is, in words. */
    public static final String RULE = "a name has 1 to 100 letters, digits, dots, dashes or underscores";

    private Name() {}

    public static boolean isOne(String text) {
        return PATTERN.matcher(text).matches();
    }

    /** @throws KenshinException INVALID_INPUT when it is no name */
    public static void check(String name) {
        if (!isOne(name)) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, RULE);
        }
    }
}
