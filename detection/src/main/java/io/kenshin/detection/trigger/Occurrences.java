package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Cut;
import io.kenshin.detection.code.Range;
import io.kenshin.detection.code.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Places where runs of tokens stand in code, with what to put there instead. */
final class Occurrences {
    private static final Set<String> OPERATORS =
            Set.of(",", "=", "+", "-", "*", "/", "%", "<", ">", "<=", ">=", "==", "!=", "?", ":", "&&", "||");

    private Occurrences() {}

    static String cut(Code code, List<List<String>> runs, Abstraction abstraction) {
        return Cut.out(code.text(), of(code, runs, abstraction));
    }

    static String cutStatements(Code code, List<List<String>> runs, Abstraction abstraction) {
        return Cut.out(code.text(), statements(code, runs, abstraction));
    }

    static List<String> texts(Code code, List<Cut.Part> parts) {
        return parts.stream()
                .map(part -> code.text().substring(part.start(), part.end()))
                .toList();
    }

    /** The tokens of the first of some parts. */
    static Optional<Range> first(Code code, List<Cut.Part> parts) {
        List<Token> all = code.tokens();
        return parts.stream().min(Comparator.comparingInt(Cut.Part::start)).map(part -> {
            int from = 0;
            while (all.get(from).start() < part.start()) {
                from++;
            }
            int to = from;
            while (to < all.size() && all.get(to).start() < part.end()) {
                to++;
            }
            return new Range(from, to);
        });
    }

    /** The runs themselves; where one stands for a value, another value takes its place. */
    static List<Cut.Part> of(Code code, List<List<String>> runs, Abstraction abstraction) {
        List<Token> all = code.tokens();
        Set<Cut.Part> parts = new LinkedHashSet<>();
        for (List<String> run : runs) {
            for (int at = TokenRuns.find(all, run, abstraction, 0);
                    at >= 0;
                    at = TokenRuns.find(all, run, abstraction, at + run.size())) {
                int last = at + run.size() - 1;
                String instead = isOperand(all, at, last) ? "0" : "";
                parts.add(new Cut.Part(all.get(at).start(), all.get(last).end(), instead));
            }
        }
        return new ArrayList<>(parts);
    }

    /** The statements around the runs. */
    static List<Cut.Part> statements(Code code, List<List<String>> runs, Abstraction abstraction) {
        List<Token> all = code.tokens();
        List<Range> statements = code.statements(all);
        Set<Cut.Part> parts = new LinkedHashSet<>();
        for (List<String> run : runs) {
            for (int at = TokenRuns.find(all, run, abstraction, 0);
                    at >= 0;
                    at = TokenRuns.find(all, run, abstraction, at + run.size())) {
                Range range = Range.around(statements, at);
                parts.add(new Cut.Part(
                        all.get(range.from()).start(), all.get(range.to() - 1).end(), ""));
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
        return value && ends && isBalanced(code, first, last);
    }

    /** Whether a run is one expression as far as its brackets say. */
    private static boolean isBalanced(List<Token> code, int first, int last) {
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
        return depth == 0;
    }
}
