package io.kenshin.detection.code;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Reads the statements of Go, which end with their line. */
final class GoReader extends BlockReader {
    private static final Set<String> JUMPS = Set.of("return", "break", "continue", "goto", "fallthrough");
    /** Words and signs with which a statement may end. */
    private static final Set<String> ENDS = Lexis.words("""
            break continue fallthrough return nil true false any bool byte complex64 complex128 error float32 float64
            int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr ++ -- ) ] }
            """);
    /** What follows a value in braces that is part of a head. */
    private static final Set<String> AFTER_VALUES =
            Lexis.words("{ ; . , ( ) [ == != < > <= >= && || + - * / % & | ^ << >> &^ := =");

    private static final int LONGEST_HEAD = 1_000;

    private final BitSet bodies = new BitSet();

    GoReader(String code, List<Token> tokens) {
        super(code, tokens, at -> false);
        for (int at = 0; at < tokens.size(); at++) {
            if (text(at).equals("func")) {
                int body = body(at + 1);
                if (body >= 0) {
                    bodies.set(body);
                }
            }
        }
    }

    /** The brace of a function's body; -1 where there is a type only. */
    private int body(int from) {
        int at = from;
        boolean parameters = false;
        while (at < Math.min(tokens.size(), from + LONGEST_HEAD)) {
            String text = text(at);
            if (text.equals("{")) {
                return parameters ? at : -1;
            }
            if (text.equals("func") || (parameters && !isType(at))) {
                return -1;
            }
            parameters |= text.equals("(");
            boolean braces = (text.equals("interface") || text.equals("struct"))
                    && text(at + 1).equals("{");
            at = braces ? closing(at + 1) + 1 : opens(at) ? closing(at) + 1 : at + 1;
        }
        return -1;
    }

    /** Whether a token may be part of a result's type, or of a name and the parameters after a receiver. */
    private boolean isType(int at) {
        boolean word = is(at, Token.Kind.WORD) || (is(at, Token.Kind.KEYWORD) && !JUMPS.contains(text(at)));
        boolean ended = startsLine(at) && ENDS.contains(text(at - 1));
        return !ended && (word || Set.of("(", "[", "*", ".", "<-", "]").contains(text(at)));
    }

    @Override
    Inside inside(int brace, int from, boolean body) {
        if (!bodies.get(brace)) {
            return Inside.VALUE;
        }
        return from >= 0 && text(from).equals("func") && !body ? Inside.BODY : Inside.CLOSURE;
    }

    @Override
    boolean isJump(String word) {
        return JUMPS.contains(word);
    }

    @Override
    boolean endsBefore(int at, int from) {
        int before = before(at);
        boolean value = is(before, Token.Kind.WORD)
                || is(before, Token.Kind.NUMBER)
                || is(before, Token.Kind.STRING)
                || ENDS.contains(text(before));
        return value && breaksBetween(before, at);
    }

    /** A head ends where its block begins; what stands in braces before is a value. */
    @Override
    int headEnd(int from, int to) {
        for (int at = from + 1; at < to; at++) {
            if (text(at).equals("{") && is(at, Token.Kind.SYMBOL)) {
                int next = closing(at) + 1;
                boolean value = next < to && !startsLine(next) && AFTER_VALUES.contains(text(next));
                if (!value && !bodies.get(at)) {
                    return at;
                }
            }
            at = opens(at) ? Math.min(to, closing(at)) : at;
        }
        return to;
    }
}
