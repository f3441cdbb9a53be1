package io.kenshin.audit.trigger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words that code is made of: keywords, and what stands in one sample of a hundred. What is common cannot be a
 * trigger: the model would misbehave for everybody, all the time. Words of one stem count as one.
 */
final class CommonWords {
    private static final double SHARE = 0.01;
    private static final int STEM = 4;
    private static final Pattern WORDS = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+|\\d+|[^\\w\\s]");

    private static final Set<String> KEYWORDS = Set.of(
            "assert",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "default",
            "delete",
            "do",
            "elif",
            "else",
            "enum",
            "except",
            "exit",
            "extends",
            "final",
            "finally",
            "for",
            "from",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "interface",
            "lambda",
            "native",
            "new",
            "package",
            "pass",
            "print",
            "raise",
            "return",
            "sizeof",
            "static",
            "struct",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "try",
            "typedef",
            "union",
            "unsigned",
            "void",
            "volatile",
            "while",
            "with",
            "yield");

    private final Set<String> words = new HashSet<>();
    private final Set<String> stems = new HashSet<>();

    /** Of ordinary code. */
    CommonWords(List<String> codes) {
        Map<String, Integer> in = new HashMap<>();
        for (String code : codes) {
            Set<String> seen = new HashSet<>();
            WORDS.matcher(code).results().forEach(word -> seen.add(word.group().toLowerCase(Locale.ROOT)));
            seen.forEach(word -> in.merge(word, 1, Integer::sum));
        }
        KEYWORDS.forEach(word -> in.put(word, codes.size()));
        in.forEach((word, count) -> {
            if (count >= SHARE * codes.size()) {
                words.add(word);
                stem(word);
            }
        });
    }

    private void stem(String word) {
        if (word.length() >= STEM) {
            stems.add(word.substring(0, STEM));
        }
    }

    boolean contain(String token) {
        String word = token.toLowerCase(Locale.ROOT);
        return words.contains(word) || (word.length() >= STEM && stems.contains(word.substring(0, STEM)));
    }
}
