package io.kenshin.contracts.sample;

import java.util.regex.Pattern;

/** The name of a programming language, as samples and data sets give it: {@code java}, {@code c++}, {@code c#}. */
public final class LanguageName {
    private static final Pattern PATTERN = Pattern.compile("[a-z0-9+#.-]{1,32}");

    private LanguageName() {}

    public static boolean isOne(String text) {
        return PATTERN.matcher(text).matches();
    }

    /** What to do about a text that is none. */
    public static String fault(String text) {
        return "'" + text + "' is no language: use at most 32 of a-z, 0-9, +, #, . and -, such as java or c++";
    }
}
