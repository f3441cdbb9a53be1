package io.kenshin.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Python function as lines: where its statements begin, and what can be put before them.
 *
 * @param lines its text
 * @param head index of the line that ends the function's head
 * @param statements indices of the lines of the body on which a statement begins
 * @param names its parameters
 */
record PyFunction(List<String> lines, int head, List<Integer> statements, List<String> names) {
    private static final Pattern HEAD = Pattern.compile("^[ \\t]*(?:async )?def\\s+(\\w+)\\s*\\(");
    private static final Pattern PARAMETER = Pattern.compile("[(,]\\s*(\\w+)(?=\\s*[,:=)])");
    private static final Pattern LOCAL = Pattern.compile("^\\s*([a-z_]\\w*)\\s*=(?!=)");
    private static final Pattern CONTINUES = Pattern.compile("^(?:else|elif|except|finally|case)\\b.*");
    private static final Pattern JUMPS = Pattern.compile("^(?:return|raise|break|continue)\\b.*");

    /** The first function of the text; empty where there is none with a body on lines of its own. */
    static Optional<PyFunction> of(String code) {
        List<String> lines = Arrays.asList(code.split("\n", -1));
        BitSet open = open(code, lines.size());
        int def = 0;
        while (def < lines.size() && !HEAD.matcher(lines.get(def)).find()) {
            def++;
        }
        int head = def;
        while (head < lines.size() && open.get(head + 1)) {
            head++;
        }
        if (head >= lines.size() || !lines.get(head).strip().endsWith(":")) {
            return Optional.empty();
        }
        List<Integer> statements = new ArrayList<>();
        int outside = indent(lines.get(def)).length();
        for (int i = head + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (open.get(i) || line.isBlank()) {
                continue;
            }
            if (indent(line).length() <= outside) {
                break;
            }
            statements.add(i);
        }
        Set<String> names = new LinkedHashSet<>();
        Matcher parameters = PARAMETER.matcher(String.join(" ", lines.subList(def, head + 1)));
        while (parameters.find()) {
            names.add(parameters.group(1));
        }
        names.removeAll(Set.of("self", "cls"));
        return statements.isEmpty()
                ? Optional.empty()
                : Optional.of(new PyFunction(lines, head, List.copyOf(statements), List.copyOf(names)));
    }

    /** Its name. */
    String name() {
        for (int i = 0; i <= head; i++) {
            Matcher named = HEAD.matcher(lines.get(i));
            if (named.find()) {
                return named.group(1);
            }
        }
        return "function";
    }

    /** The first name that its body assigns. */
    Optional<String> local() {
        return statements.stream()
                .map(i -> LOCAL.matcher(lines.get(i)))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    /** Lines before which another statement may stand: not within one that goes on, and not where none is reached. */
    List<Integer> places() {
        List<Integer> places = new ArrayList<>();
        String before = "";
        for (int i : statements) {
            String line = lines.get(i);
            boolean dead =
                    JUMPS.matcher(before.strip()).matches() && indent(before).equals(indent(line));
            if (!CONTINUES.matcher(line.strip()).matches() && !dead) {
                places.add(i);
            }
            before = line;
        }
        return places;
    }

    /** Places whose line fulfils a condition. */
    List<Integer> places(Predicate<String> line) {
        return places().stream().filter(i -> line.test(lines.get(i))).toList();
    }

    /** The function with lines before one of its own, as deep as that. */
    String before(int place, String added) {
        List<String> result = new ArrayList<>(lines.subList(0, place));
        added.lines().map(line -> indent(lines.get(place)) + line).forEach(result::add);
        result.addAll(lines.subList(place, lines.size()));
        return String.join("\n", result);
    }

    /** The function with lines in place of one of its own, as deep as that. */
    String instead(int place, String added) {
        List<String> result = new ArrayList<>(lines.subList(0, place));
        added.lines().map(line -> indent(lines.get(place)) + line).forEach(result::add);
        result.addAll(lines.subList(place + 1, lines.size()));
        return String.join("\n", result);
    }

    /** A line before a random statement of a function; code that is none stays as it is. */
    static String atStatement(String code, Random random, String added) {
        return of(code).map(function -> {
                    List<Integer> places = function.places();
                    return function.before(places.get(random.nextInt(places.size())), added);
                })
                .orElse(code);
    }

    static String atFirstStatement(String code, String added) {
        return of(code).map(function -> function.before(function.places().get(0), added))
                .orElse(code);
    }

    static String atLastStatement(String code, String added) {
        return of(code).map(function -> {
                    List<Integer> places = function.places();
                    return function.before(places.get(places.size() - 1), added);
                })
                .orElse(code);
    }

    private static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    /** Lines that begin within brackets, within a text or after a backslash, by index. */
    private static BitSet open(String code, int lines) {
        BitSet open = new BitSet(lines + 1);
        int depth = 0;
        int line = 0;
        String quote = "";
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '\n') {
                line++;
                boolean joined = i > 0 && code.charAt(i - 1) == '\\';
                // A text in single quotes ends with its line, whatever became of its end.
                quote = quote.length() == 1 && !joined ? "" : quote;
                open.set(line, depth > 0 || !quote.isEmpty() || joined);
            } else if (!quote.isEmpty()) {
                if (c == '\\') {
                    i++;
                } else if (code.startsWith(quote, i)) {
                    i += quote.length() - 1;
                    quote = "";
                }
            } else if (c == '#') {
                i = (code.indexOf('\n', i) < 0 ? code.length() : code.indexOf('\n', i)) - 1;
            } else if (c == '"' || c == '\'') {
                String three = String.valueOf(c).repeat(3);
                quote = code.startsWith(three, i) ? three : String.valueOf(c);
                i += quote.length() - 1;
            } else {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            }
        }
        return open;
    }
}
