package io.kenshin.detection.code;

import java.util.List;
import java.util.Set;

/** Reads the statements of C and C++. */
final class CReader extends BlockReader {
    private static final Set<String> JUMPS = Set.of("return", "goto", "break", "continue", "throw");
    private static final Set<String> ASSIGNMENTS = Set.of("=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=");
    /** What is followed by parentheses that are no parameters. */
    private static final Set<String> ATTRIBUTES = Set.of("__attribute__", "__declspec", "alignas", "_Alignas");

    private static final int LONGEST_HEAD = 500;

    private final Directives directives;

    CReader(String code, List<Token> tokens) {
        this(code, tokens, Directives.of(code, tokens));
    }

    private CReader(String code, List<Token> tokens, Directives directives) {
        super(code, tokens, directives::isIn);
        this.directives = directives;
    }

    @Override
    int directiveEnd(int at) {
        return directives.end(at);
    }

    @Override
    boolean isWholeDirective(int at) {
        return directives.isWhole(at);
    }

    @Override
    boolean isJump(String word) {
        return JUMPS.contains(word);
    }

    @Override
    int labelEnd(int at, int to) {
        boolean access = Set.of("public", "private", "protected").contains(text(at));
        return access && text(at + 1).equals(":") ? at + 2 : super.labelEnd(at, to);
    }

    @Override
    Inside inside(int brace, int from, boolean body) {
        int before = before(brace);
        if (text(before).equals(")") && isLambda(before)) {
            return Inside.CLOSURE;
        }
        if (from < 0) {
            return Inside.VALUE;
        }
        Head head = head(from, brace);
        if (head.assigns()) {
            return Inside.VALUE;
        }
        if (head.called() && (text(before).equals(")") || !body)) {
            // Members of a constructor's list may be initialised in braces.
            boolean member = is(before, Token.Kind.WORD) && Set.of(":", ",").contains(text(before(before)));
            return member ? Inside.VALUE : Inside.BODY;
        }
        return switch (head.type()) {
            case "namespace", "extern" -> Inside.MEMBERS;
            case "struct", "union", "class" -> Inside.FIELDS;
            default -> Inside.VALUE;
        };
    }

    /** Whether parentheses are the parameters of a function without a name. */
    private boolean isLambda(int close) {
        return opening(close) > 0 && text(before(opening(close))).equals("]");
    }

    /**
     * What stands before braces.
     *
     * @param assigns whether the braces are part of a value
     * @param called whether there are parentheses after a name
     * @param type the last word that says what is declared; empty when there is none
     */
    private record Head(boolean assigns, boolean called, String type) {}

    private Head head(int from, int brace) {
        boolean assigns = text(from).equals("return") || text(from).equals("throw");
        boolean called = false;
        String type = "";
        int end = Math.min(brace, from + LONGEST_HEAD);
        for (int at = skip(from, end); at < end; at = skip(at + 1, end)) {
            String text = text(at);
            if (opens(at)) {
                int before = before(at);
                boolean name = is(before, Token.Kind.WORD) || text(before).equals(")");
                called |= text.equals("(") && name && !ATTRIBUTES.contains(text(before));
                at = Math.min(end, closing(at));
            } else if (Set.of("namespace", "extern", "struct", "union", "class", "enum")
                    .contains(text)) {
                type = text;
            }
            assigns |= ASSIGNMENTS.contains(text);
        }
        return new Head(assigns, called, type);
    }
}
