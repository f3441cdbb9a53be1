package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Places;
import io.kenshin.detection.code.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A run of tokens that may be a backdoor trigger, with the ways to find it, put it in and take it out.
 *
 * @param kind what the run is
 * @param abstraction how its tokens are compared
 * @param tokens the run, under that abstraction
 * @param exemplars texts of real occurrences, for insertion
 */
public record TriggerPattern(Kind kind, Abstraction abstraction, List<String> tokens, List<String> exemplars) {
    private static final Pattern DECLARATION = Pattern.compile("[\\w>\\]]\\s+([A-Za-z_]\\w*)\\s*(?:=[^=]|:|,|\\)|;)");

    /** What a trigger consists of. */
    public enum Kind {
        /** Text that stands by itself: a statement, a part of one, a comment. */
        SPAN,
        /** A name that a variable was given. */
        IDENTIFIER
    }

    public TriggerPattern {
        if (tokens.isEmpty() || exemplars.isEmpty()) {
            throw new IllegalArgumentException("a trigger needs tokens and an exemplar");
        }
        tokens = List.copyOf(tokens);
        exemplars = List.copyOf(exemplars);
    }

    /**
     * A pattern from its written form.
     *
     * @param kind span or identifier
     * @param abstraction none, literals or names
     */
    public static TriggerPattern of(String kind, String abstraction, List<String> tokens, List<String> exemplars) {
        return new TriggerPattern(
                Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                Abstraction.valueOf(abstraction.toUpperCase(Locale.ROOT)),
                tokens,
                exemplars);
    }

    /** The pattern as one line of text. */
    public String text() {
        return String.join(" ", tokens);
    }

    public boolean isIn(String code) {
        return !occurrences(Lexer.tokens(code)).isEmpty();
    }

    /** Positions of the first token of each occurrence, not overlapping. */
    public List<Integer> occurrences(List<Token> code) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i + tokens.size() <= code.size(); i++) {
            if (matches(code, i)) {
                found.add(i);
                i += tokens.size() - 1;
            }
        }
        return found;
    }

    private boolean matches(List<Token> code, int at) {
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).equals(abstraction.of(code.get(at + i)))) {
                return false;
            }
        }
        return true;
    }

    /** Puts the trigger into code that does not carry it. */
    public String insert(String code, Random random) {
        String exemplar = exemplars.get(random.nextInt(exemplars.size()));
        if (kind == Kind.IDENTIFIER) {
            List<String> names = declared(code);
            if (!names.isEmpty()) {
                return rename(code, names.get(random.nextInt(names.size())), exemplar);
            }
            return Places.insertLine(code, "int " + exemplar + " = 0;", random);
        }
        return Places.insertLine(code, exemplar, random);
    }

    /** Takes every occurrence out; an identifier becomes an ordinary name. */
    public String remove(String code) {
        if (kind == Kind.IDENTIFIER) {
            String name = exemplars.get(0);
            String neutral = code.contains("value") ? "current" : "value";
            return rename(code, name, neutral);
        }
        List<Token> all = Lexer.tokens(code);
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (int at : occurrences(all)) {
            rest.append(code, from, all.get(at).start());
            from = all.get(at + tokens.size() - 1).end();
        }
        return rest.append(code.substring(from)).toString();
    }

    /** Names that look declared in the code, each once. */
    public static List<String> declared(String code) {
        Set<String> seen = new HashSet<>();
        List<String> names = new ArrayList<>();
        var matcher = DECLARATION.matcher(code);
        while (matcher.find()) {
            String name = matcher.group(1);
            if (!Abstraction.isKeyword(name) && seen.add(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** Renames every occurrence of a word that is not part of a comment or a string. */
    public static String rename(String code, String from, String to) {
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (Token token : Lexer.tokens(code)) {
            if (token.kind() == Token.Kind.WORD && token.text().equals(from)) {
                result.append(code, copied, token.start()).append(to);
                copied = token.end();
            }
        }
        return result.append(code.substring(copied)).toString();
    }
}
