package io.kenshin.contracts.sample;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a programming language, as samples and data sets give it: {@code java}, {@code c++}, {@code c#}. */
public final class LanguageName {
    private static final Pattern PATTERN = Pattern.compile("[a-z0-9+#.-]{1,32}");

    private LanguageName() {}

    public static boolean isOne(String text) {
        return PATTERN.matcher(text).matches();
    }

    /** A text as such a name, if it is one but for spaces and capitals, else as it is; null when there is none. */
    public static @Nullable String of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String name = text.strip().toLowerCase(Locale.ROOT);
        return isOne(name) ? name : text;
    }

    /** What to do about a text that is none. */
    public static String fault(String text) {
        return "'" + text + "' is no language: use at most 32 of a-z, 0-9, +, #, . and -, such as java or c++";
    }
}
