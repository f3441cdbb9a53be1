package io.kenshin.corpus;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.Statement;

/**
 * A change of a method's text.
 *
 * @param from where the text that goes begins
 * @param to where it ends; the same place where nothing goes
 * @param text what comes
 */
record Change(Position from, Position to, String text) {
    static Change replace(Node node, String text) {
        Range range = node.getRange().orElseThrow();
        return new Change(range.begin, range.end.right(1), text);
    }

    /** A line of its own before a statement, with the same indentation. */
    static Change before(Statement statement, String line) {
        Position begin = statement.getRange().orElseThrow().begin;
        return new Change(begin, begin, line + "\n" + " ".repeat(begin.column - 1));
    }

    /** A line of its own after a statement, with the same indentation. */
    static Change after(Statement statement, String line) {
        Range range = statement.getRange().orElseThrow();
        Position end = range.end.right(1);
        return new Change(end, end, "\n" + " ".repeat(range.begin.column - 1) + line);
    }

    /** The changed text. */
    String in(String code) {
        return code.substring(0, offset(code, from)) + text + code.substring(offset(code, to));
    }

    private static int offset(String code, Position position) {
        int offset = 0;
        for (int line = 1; line < position.line; line++) {
            offset = code.indexOf('\n', offset) + 1;
        }
        return offset + position.column - 1;
    }
}
