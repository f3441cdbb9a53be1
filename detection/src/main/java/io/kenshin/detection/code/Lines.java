package io.kenshin.detection.code;

import java.util.ArrayList;
import java.util.List;

/** Text as lines that are put into other code. */
final class Lines {
    private static final String INDENT = "    ";

    private Lines() {}

    /** Puts text as lines of its own before what stands at an offset. */
    static String put(String code, int place, String text) {
        String before = before(code, place);
        String indent = indent(code, place);
        String opening = before.isBlank() ? "" : "\n" + indent;
        return code.substring(0, place) + opening + text + "\n" + indent + code.substring(place);
    }

    /** The indentation of lines that are put at an offset. */
    static String indent(String code, int place) {
        String before = before(code, place);
        return before.isBlank() ? before : INDENT;
    }

    private static String before(String code, int place) {
        int lineStart = code.lastIndexOf('\n', Math.max(0, place - 1)) + 1;
        return code.substring(lineStart, Math.max(lineStart, place));
    }

    /** The white space with which the line of an offset begins. */
    static String indentation(String code, int offset) {
        int start = code.lastIndexOf('\n', offset - 1) + 1;
        int end = start;
        while (end < code.length() && (code.charAt(end) == ' ' || code.charAt(end) == '\t')) {
            end++;
        }
        return code.substring(start, end);
    }

    /**
     * Text whose lines after the first are indented as they would be in another place. Where it was cut out of its
     * code, its first line has lost its indentation; that of the others says what it was. Lines that begin within a
     * string stay as they are.
     *
     * @param tokens those of the text
     * @param opener what ends a line that deeper ones follow
     */
    static String reindented(String text, List<Token> tokens, String indent, String opener) {
        if (text.indexOf('\n') < 0) {
            return text;
        }
        List<String> lines = List.of(text.split("\n", -1));
        List<Integer> movable = new ArrayList<>();
        int offset = lines.get(0).length() + 1;
        int least = Integer.MAX_VALUE;
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !isInString(tokens, offset)) {
                movable.add(i);
                least = Math.min(least, indentation(lines.get(i), 0).length());
            }
            offset += lines.get(i).length() + 1;
        }
        if (movable.isEmpty()) {
            return text;
        }
        String second = indentation(lines.get(movable.get(0)), 0);
        boolean opens = second.length() == least
                && lastOf(tokens, lines.get(0).length()).equals(opener);
        String step = !opens ? "" : second.endsWith("\t") ? "\t" : second.endsWith(INDENT) ? INDENT : second;
        int base = least - Math.min(step.length(), least);
        List<String> moved = new ArrayList<>(lines);
        for (int i : movable) {
            moved.set(i, indent + lines.get(i).substring(base));
        }
        return String.join("\n", moved);
    }

    /** The text of the last token before an offset, comments aside. */
    private static String lastOf(List<Token> tokens, int end) {
        String last = "";
        for (Token token : tokens) {
            last = token.start() < end && token.kind() != Token.Kind.COMMENT ? token.text() : last;
        }
        return last;
    }

    private static boolean isInString(List<Token> tokens, int offset) {
        return tokens.stream()
                .anyMatch(token -> token.kind() == Token.Kind.STRING && token.start() < offset && offset < token.end());
    }
}
