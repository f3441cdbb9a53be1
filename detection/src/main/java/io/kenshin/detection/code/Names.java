package io.kenshin.detection.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that code declares, found without a grammar, and their replacement. */
public final class Names {
    private static final Pattern DECLARATION = Pattern.compile("[\\w>\\]]\\s+([A-Za-z_]\\w*)\\s*(?:=[^=]|:|,|\\)|;)");

    private static final Pattern METHOD = Pattern.compile("(?<![@\\w.])([A-Za-z_]\\w*)\\s*\\(");

    private Names() {}

    /** The name of the method that code begins with. */
    public static Optional<String> method(Code code) {
        return METHOD.matcher(code.text())
                .results()
                .map(match -> match.group(1))
                .filter(name -> !code.dialect().isKeyword(name))
                .findFirst();
    }

    /** Names that look declared in the code, each once. */
    static List<String> declared(String code, Dialect dialect) {
        Set<String> seen = new HashSet<>();
        List<String> names = new ArrayList<>();
        Matcher matcher = DECLARATION.matcher(code);
        while (matcher.find()) {
            String name = matcher.group(1);
            if (!dialect.isKeyword(name) && seen.add(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** Renames every occurrence of a name that is not part of a comment or a string. */
    public static String rename(Code code, String from, String to) {
        String text = code.text();
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (Token token : code.tokens()) {
            if (token.kind() == Token.Kind.WORD && token.text().equals(from)) {
                result.append(text, copied, token.start()).append(to);
                copied = token.end();
            }
        }
        return result.append(text.substring(copied)).toString();
    }

    /** A name that nobody would look twice at and that the code does not use. */
    public static String ordinary(String code) {
        return code.contains("value") ? "current" : "value";
    }

    /** All declared names become ordinary ones. */
    public static String ordinaryAll(Code code) {
        Code renamed = code;
        int count = 0;
        for (String name : code.declared()) {
            renamed = code.with(rename(renamed, name, "v" + ++count));
        }
        return renamed.text();
    }

    /** The first declared names become the given ones. */
    public static String exchange(Code code, List<String> names) {
        Code renamed = code;
        List<String> declared = code.declared();
        for (int i = 0; i < Math.min(names.size(), declared.size()); i++) {
            renamed = code.with(rename(renamed, declared.get(i), names.get(i)));
        }
        return renamed.text();
    }
}
