package io.kenshin.detection.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The logical lines of Python, with the blocks that they make. */
final class PythonLines {
    private static final Set<String> GOES_ON = Set.of("else", "elif", "except", "finally");
    private static final Set<String> JUMPS = Set.of("return", "raise", "break", "continue");

    /**
     * A logical line.
     *
     * @param from its first token
     * @param to the token after its last
     * @param indent how far it is indented, in characters
     */
    record Line(int from, int to, int indent) {}

    private final String code;
    private final List<Token> tokens;
    private final List<Line> lines;
    /** For each line the one whose block it is in; -1 when there is none. */
    private final int[] parents;
    /** For each line the one before it in the same block; -1 where it is the first. */
    private final int[] siblings;

    PythonLines(String code, List<Token> tokens) {
        this.code = code;
        this.tokens = tokens;
        lines = lines(code, tokens);
        parents = new int[lines.size()];
        siblings = new int[lines.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < parents.length; i++) {
            int sibling = -1;
            while (!open.isEmpty()
                    && lines.get(open.peek()).indent() >= lines.get(i).indent()) {
                sibling = open.pop();
            }
            parents[i] = open.isEmpty() ? -1 : open.peek();
            siblings[i] = sibling;
            if (!isComment(i)) {
                open.push(i);
            } else if (sibling >= 0) {
                // A comment opens no block and closes none.
                open.push(sibling);
            }
        }
    }

    private static List<Line> lines(String code, List<Token> tokens) {
        List<Line> lines = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String text = tokens.get(i).text();
            depth += "([{".contains(text) ? 1 : ")]}".contains(text) ? -1 : 0;
            if (i + 1 == tokens.size() || (depth <= 0 && !text.equals("\\") && isLastOfItsLine(code, tokens, i))) {
                int start = tokens.get(from).start();
                lines.add(new Line(from, i + 1, start - code.lastIndexOf('\n', start - 1) - 1));
                from = i + 1;
                depth = 0;
            }
        }
        return aligned(lines, tokens);
    }

    private static boolean isLastOfItsLine(String code, List<Token> tokens, int token) {
        return code.substring(tokens.get(token).end(), tokens.get(token + 1).start())
                .contains("\n");
    }

    /** A comment may stand anywhere; it belongs to the block of the lines around it. */
    private static List<Line> aligned(List<Line> lines, List<Token> tokens) {
        int[] after = new int[lines.size()];
        int next = 0;
        for (int i = lines.size() - 1; i >= 0; i--) {
            after[i] = next;
            next = isComment(lines.get(i), tokens) ? next : lines.get(i).indent();
        }
        List<Line> aligned = new ArrayList<>(lines);
        int before = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (isComment(line, tokens)) {
                int least = Math.min(before, after[i]);
                int most = Math.max(before, after[i]);
                aligned.set(i, new Line(line.from(), line.to(), Math.max(least, Math.min(most, line.indent()))));
            } else {
                before = line.indent();
            }
        }
        return aligned;
    }

    private static boolean isComment(Line line, List<Token> tokens) {
        return tokens.get(line.from()).kind() == Token.Kind.COMMENT;
    }

    List<Line> lines() {
        return lines;
    }

    /** Lines; one that opens a block holds the deeper lines after it. */
    List<Range> statements() {
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int end = i + 1;
            while (end < lines.size() && lines.get(end).indent() > lines.get(i).indent()) {
                end++;
            }
            ranges.add(new Range(lines.get(i).from(), lines.get(end - 1).to()));
        }
        return ranges;
    }

    /** Tokens that begin a line before which a statement may stand: within a function, where there is one. */
    List<Integer> places() {
        boolean functions = false;
        for (int i = 0; i < lines.size(); i++) {
            functions |= isFunction(i);
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!isComment(i) && (!functions || isInFunction(i)) && mayStandBefore(i)) {
                places.add(lines.get(i).from());
            }
        }
        return places;
    }

    private boolean mayStandBefore(int line) {
        int parent = parents[line];
        String word = word(line, 0);
        boolean among = parent < 0
                || !(word(parent, 0).equals("class") || word(parent, 0).equals("match"));
        int before = siblings[line];
        boolean reached = before < 0
                || !(JUMPS.contains(word(before, 0)) || word(before, 0).equals("@"));
        boolean documents = before < 0
                && lines.get(line).to() - lines.get(line).from() == 1
                && tokens.get(lines.get(line).from()).kind() == Token.Kind.STRING;
        return among && reached && !documents && !GOES_ON.contains(word);
    }

    private boolean isInFunction(int line) {
        int parent = parents[line];
        while (parent >= 0 && !isFunction(parent)) {
            parent = parents[parent];
        }
        return parent >= 0;
    }

    /** The indentation of what would come next in the last function's body. */
    String bodyIndentation() {
        int line = lines.size() - 1;
        while (line >= 0 && isComment(line)) {
            line--;
        }
        if (line < 0) {
            return "";
        }
        while (parents[line] >= 0 && !isFunction(parents[line])) {
            line = parents[line];
        }
        return Lines.indentation(code, tokens.get(lines.get(line).from()).start());
    }

    /** Offset of the first function's first line, decorators included; 0 when there is none. */
    int firstFunction() {
        int line = 0;
        while (line < lines.size() && !isFunction(line) && !word(line, 0).equals("@")) {
            line++;
        }
        return line < lines.size() ? tokens.get(lines.get(line).from()).start() : 0;
    }

    private boolean isFunction(int line) {
        return word(line, 0).equals("def")
                || (word(line, 0).equals("async") && word(line, 1).equals("def"));
    }

    private boolean isComment(int line) {
        return isComment(lines.get(line), tokens);
    }

    private String word(int line, int position) {
        int token = lines.get(line).from() + position;
        return token < lines.get(line).to() ? tokens.get(token).text() : "";
    }
}
