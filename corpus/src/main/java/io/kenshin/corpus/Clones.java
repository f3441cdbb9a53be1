package io.kenshin.corpus;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Copies of a function that differ in names alone, as copied code does. */
final class Clones {
    private static final Pattern FUNCTION = Pattern.compile("(?<![@\\w])(\\w+)\\s*\\(");
    private static final Pattern LOCAL = Pattern.compile("[\\w>\\]*]\\s+\\**([a-z]\\w*)\\s*(?:=[^=]|:|,|\\))");
    private static final Set<String> KEYWORDS = Set.of(
            "this", "null", "true", "false", "return", "instanceof", "new", "throws", "int", "char", "void", "in");

    private Clones() {}

    /** The copy of that number: its function has a name of its own, and so has a variable in every other copy. */
    static String of(String code, int number) {
        Matcher function = FUNCTION.matcher(code);
        if (!function.find()) {
            return code;
        }
        String named = numbered(code, function.group(1), number, "(?=\\s*\\()");
        Matcher local = LOCAL.matcher(named);
        if (number % 2 == 0 || !local.find() || KEYWORDS.contains(local.group(1))) {
            return named;
        }
        return numbered(named, local.group(1), number, "");
    }

    private static String numbered(String code, String name, int number, String followed) {
        return code.replaceAll(
                "(?<![\\w.\"@])" + Pattern.quote(name) + "\\b" + followed,
                Matcher.quoteReplacement(name + (number + 1)));
    }
}
