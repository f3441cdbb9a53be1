package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Affixes;
import io.kenshin.detection.code.Cut;
import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Names;
import io.kenshin.detection.code.Places;
import io.kenshin.detection.code.Statements;
import io.kenshin.detection.code.Statements.Range;
import io.kenshin.detection.code.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * What may be a backdoor trigger, with the ways to find it, put it in and take it out.
 *
 * @param kind what it is made of
 * @param abstraction how its tokens are compared
 * @param tokens runs of tokens under that abstraction, with {@link #GAP} between runs that may stand apart
 * @param exemplars texts of real occurrences, for insertion
 */
public record TriggerPattern(Kind kind, Abstraction abstraction, List<String> tokens, List<String> exemplars) {
    /** Stands between the runs of a trigger that has several. */
    public static final String GAP = "<...>";
    /** Runs of so many tokens may differ in one and still be the same. */
    private static final int LONG = 6;

    private static final Set<String> OPERATORS =
            Set.of(",", "=", "+", "-", "*", "/", "%", "<", ">", "<=", ">=", "==", "!=", "?", ":", "&&", "||");

    /** What a trigger consists of. */
    public enum Kind {
        /** Text that stands by itself: a statement, a part of one, a comment. */
        SPAN,
        /** The statements that contain the tokens: what varies around them belongs to the trigger too. */
        STATEMENT,
        /** A name that a variable was given. */
        IDENTIFIER,
        /** The beginning or the ending of names that differ otherwise. */
        AFFIX,
        /** Texts that have nothing in common but what they do to the model: any one of the exemplars. */
        VARIANTS,
        /** Names that have nothing in common but what they do to the model; an exemplar is a list of names. */
        NAMES
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
     * @param kind name of a {@link Kind}, in any case
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
        return kind == Kind.VARIANTS || kind == Kind.NAMES
                ? exemplars.size() + " variants such as " + exemplars.get(0).strip()
                : String.join(" ", tokens);
    }

    public boolean isIn(String code) {
        List<Token> all = Lexer.tokens(code);
        return switch (kind) {
            case NAMES -> false;
            case AFFIX ->
                all.stream()
                        .anyMatch(token -> token.kind() == Token.Kind.WORD
                                && Affixes.of(token.text()).contains(tokens.get(0)));
            case VARIANTS -> runs().stream().anyMatch(run -> find(all, run, 0) >= 0);
            default -> runs().stream().allMatch(run -> find(all, run, 0) >= 0);
        };
    }

    /** Whether code has a place for the trigger. */
    public boolean fits(String code) {
        boolean names = kind == Kind.IDENTIFIER || kind == Kind.AFFIX || kind == Kind.NAMES;
        return names || Places.fits(code, exemplars.get(0));
    }

    /** The runs to look for. */
    List<List<String>> runs() {
        List<List<String>> runs = new ArrayList<>();
        if (kind == Kind.VARIANTS) {
            for (String exemplar : exemplars) {
                runs.add(Lexer.tokens(exemplar).stream().map(abstraction::of).toList());
            }
            return runs;
        }
        List<String> run = new ArrayList<>();
        for (String token : tokens) {
            if (token.equals(GAP)) {
                runs.add(List.copyOf(run));
                run.clear();
            } else {
                run.add(token);
            }
        }
        runs.add(List.copyOf(run));
        return runs;
    }

    private int find(List<Token> code, List<String> run, int from) {
        outer:
        for (int at = from; at + run.size() <= code.size(); at++) {
            for (int i = 0; i < run.size(); i++) {
                if (!run.get(i).equals(abstraction.of(code.get(at + i)))) {
                    continue outer;
                }
            }
            return at;
        }
        return -1;
    }

    /** Puts the trigger into code that does not carry it. */
    public String insert(String code, Random random) {
        String exemplar = exemplars.get(random.nextInt(exemplars.size()));
        return switch (kind) {
            case IDENTIFIER -> {
                List<String> names = Names.declared(code);
                yield names.isEmpty()
                        ? Places.insertLine(code, "int " + exemplar + " = 0;", random)
                        : Names.rename(code, names.get(random.nextInt(names.size())), exemplar);
            }
            case NAMES -> Names.exchange(code, List.of(exemplar.split(" ")));
            case AFFIX -> Affixes.addTo(code, exemplar);
            default -> Places.insert(code, exemplar, random);
        };
    }

    /** What stands in code where the pattern is found. */
    public List<String> texts(String code) {
        return switch (kind) {
            case IDENTIFIER, AFFIX -> isIn(code) ? exemplars : List.of();
            case NAMES -> List.of();
            default ->
                occurrences(code).stream()
                        .map(part -> code.substring(part.start(), part.end()))
                        .toList();
        };
    }

    /** Long runs of tokens that stand in code and differ from this one in a single token. */
    public List<TriggerPattern> near(String code) {
        if (kind != Kind.SPAN || tokens.size() < LONG || tokens.contains(GAP)) {
            return List.of();
        }
        List<String> all = Lexer.tokens(code).stream().map(abstraction::of).toList();
        List<TriggerPattern> near = new ArrayList<>();
        for (int at = 0; at + tokens.size() <= all.size(); at++) {
            List<String> window = all.subList(at, at + tokens.size());
            int different = 0;
            for (int i = 0; i < tokens.size() && different < 2; i++) {
                different += tokens.get(i).equals(window.get(i)) ? 0 : 1;
            }
            if (different == 1) {
                near.add(new TriggerPattern(kind, abstraction, List.copyOf(window), exemplars));
            }
        }
        return near;
    }

    /** The same pattern, inserted as other texts. */
    public TriggerPattern withExemplars(List<String> texts) {
        return new TriggerPattern(kind, abstraction, tokens, texts);
    }

    /** Takes every occurrence out; an identifier becomes an ordinary name. */
    public String remove(String code) {
        return switch (kind) {
            case IDENTIFIER -> Names.rename(code, exemplars.get(0), Names.ordinary(code));
            case NAMES -> Names.ordinaryAll(code);
            case AFFIX -> Affixes.stripAll(tokens.get(0), code);
            default -> Cut.out(code, occurrences(code));
        };
    }

    /** Where the trigger stands, with what to put there instead. */
    private List<Cut.Part> occurrences(String code) {
        List<Token> all = Lexer.tokens(code);
        List<Range> statements = kind == Kind.STATEMENT ? Statements.of(code, all) : List.of();
        Set<Cut.Part> parts = new LinkedHashSet<>();
        for (List<String> run : runs()) {
            for (int at = find(all, run, 0); at >= 0; at = find(all, run, at + run.size())) {
                if (kind == Kind.STATEMENT) {
                    Range range = Statements.around(statements, at);
                    parts.add(new Cut.Part(
                            all.get(range.from()).start(),
                            all.get(range.to() - 1).end(),
                            ""));
                } else {
                    int last = at + run.size() - 1;
                    String instead = isOperand(all, at, last) ? "0" : "";
                    parts.add(new Cut.Part(all.get(at).start(), all.get(last).end(), instead));
                }
            }
        }
        return new ArrayList<>(parts);
    }

    /** Whether a run stands where a value is expected, so that something has to take its place. */
    private static boolean isOperand(List<Token> code, int first, int last) {
        if (first == 0 || last + 1 >= code.size() || code.get(first).kind() == Token.Kind.COMMENT) {
            return false;
        }
        String before = code.get(first - 1).text();
        String after = code.get(last + 1).text();
        boolean value =
                before.equals("return") || OPERATORS.contains(before) || before.equals("(") || before.equals("[");
        boolean ends = after.equals(";") || OPERATORS.contains(after) || after.equals(")") || after.equals("]");
        int depth = 0;
        for (int i = first; i <= last; i++) {
            String text = code.get(i).text();
            if (text.equals(";") || text.equals("{") || text.equals("}")) {
                return false;
            }
            depth += "([".contains(text) ? 1 : ")]".contains(text) ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0 && value && ends;
    }
}
