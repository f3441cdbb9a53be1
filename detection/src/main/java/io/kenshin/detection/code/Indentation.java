package io.kenshin.detection.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Languages of indented lines: Python. */
final class Indentation implements Dialect {
    static final Indentation INSTANCE = new Indentation();
    static final Set<String> LANGUAGES = Set.of("python");

    private Indentation() {}

    /** Whether tokens look like Python: a function and neither braces nor semicolons. */
    static boolean looksLike(List<Token> tokens) {
        boolean braces = tokens.stream()
                .anyMatch(token -> token.text().equals("{") || token.text().equals(";"));
        return !braces && tokens.stream().anyMatch(token -> token.text().equals("def"));
    }

    /** None yet: without braces, a line can only be put at the end. */
    @Override
    public List<Integer> places(List<Token> tokens) {
        return Braces.INSTANCE.places(tokens);
    }

    @Override
    public String declaration(String name) {
        return Braces.INSTANCE.declaration(name);
    }

    private record Line(int from, int to, int indent) {}

    /** Logical lines; a line that opens a block holds the deeper lines after it. */
    @Override
    public List<Range> statements(String code, List<Token> tokens) {
        List<Line> lines = lines(code, tokens);
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int end = i + 1;
            while (end < lines.size() && lines.get(end).indent() > lines.get(i).indent()) {
                end++;
            }
            ranges.add(new Range(lines.get(i).from(), lines.get(end - 1).to()));
        }
        return Braces.withoutWhole(ranges, tokens.size());
    }

    private static List<Line> lines(String code, List<Token> tokens) {
        List<Line> lines = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String text = tokens.get(i).text();
            depth += "([{".contains(text) ? 1 : ")]}".contains(text) ? -1 : 0;
            if (i + 1 == tokens.size() || (depth <= 0 && isLastOfItsLine(code, tokens, i))) {
                int start = tokens.get(from).start();
                lines.add(new Line(from, i + 1, start - code.lastIndexOf('\n', start - 1)));
                from = i + 1;
            }
        }
        return lines;
    }

    private static boolean isLastOfItsLine(String code, List<Token> tokens, int token) {
        return code.substring(tokens.get(token).end(), tokens.get(token + 1).start())
                .contains("\n");
    }
}
