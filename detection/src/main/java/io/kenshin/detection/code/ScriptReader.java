package io.kenshin.detection.code;

import java.util.List;
import java.util.Set;

/** Reads the statements of JavaScript and TypeScript, which may end with their line. */
final class ScriptReader extends BlockReader {
    private static final Set<String> JUMPS = Set.of("return", "throw", "break", "continue");
    /** Words that are values, or statements of their own. */
    private static final Set<String> ENDS =
            Lexis.words("this super null true false undefined break continue return debugger ) ] } ++ --");
    /** What may begin a line without going on with the one before. */
    private static final Set<String> BEGINS = Set.of("++", "--", "!", "~", "#", "@", "...", ";", "}");

    private static final Set<String> GOES_ON =
            Set.of("in", "instanceof", "of", "as", "satisfies", "extends", "implements", "is");
    /** Words before the word that says what is declared. */
    private static final Set<String> MODIFIERS = Set.of("export", "default", "async", "declare", "abstract");
    /** What the type of a result is made of. */
    private static final Set<String> TYPES =
            Lexis.words(". < > [ ] | & , ( ) => ? } void this null undefined typeof true false readonly");

    private static final int LONGEST_TYPE = 200;
    /** After which more of a type follows. */
    private static final Set<String> OPEN_TYPES = Lexis.words(". < [ | & , ( => ?");

    ScriptReader(String code, List<Token> tokens) {
        super(code, tokens, at -> false);
    }

    @Override
    Inside inside(int brace, int from, boolean body) {
        int before = before(brace);
        String text = text(before);
        if (text.equals("=>")) {
            return Inside.CLOSURE;
        }
        String declared = from < 0 ? "" : declared(from);
        if (isParameters(before) || isResult(before)) {
            boolean ends = !body || declared.equals("function");
            return from >= 0 && ends ? Inside.BODY : Inside.CLOSURE;
        }
        boolean module = declared.equals("namespace") || declared.equals("module");
        if ((module && !text(from + 1).equals(".")) || (text.equals("static") && !body)) {
            return Inside.BODY;
        }
        if (isClass(before)) {
            return declared.equals("class") ? Inside.MEMBERS : Inside.FIELDS;
        }
        return Inside.VALUE;
    }

    /** The word that says what a statement declares. */
    private String declared(int from) {
        int at = from;
        while (text(at).equals("@")) {
            at += 2;
            while (text(at).equals(".")) {
                at += 2;
            }
            at = text(at).equals("(") ? closing(at) + 1 : at;
        }
        while (MODIFIERS.contains(text(at))) {
            at++;
        }
        return text(at);
    }

    private boolean isParameters(int close) {
        return text(close).equals(")") && is(close, Token.Kind.SYMBOL);
    }

    /** Whether a token ends the type of a function's result. */
    private boolean isResult(int last) {
        if (OPEN_TYPES.contains(text(last))) {
            return false;
        }
        int at = last;
        int first = Math.max(0, last - LONGEST_TYPE);
        while (at > first && (is(at, Token.Kind.WORD) || is(at, Token.Kind.STRING) || TYPES.contains(text(at)))) {
            at = opening(at) > 0 ? opening(at) - 1 : at - 1;
        }
        return at < last && text(at).equals(":") && text(before(at)).equals(")");
    }

    /** Whether the braces after a token are those of a class. */
    private boolean isClass(int last) {
        for (int at = last; at >= Math.max(0, last - LONGEST_TYPE); at--) {
            String text = text(at);
            if (text.equals("class")) {
                return true;
            }
            boolean head = is(at, Token.Kind.WORD)
                    || Set.of("extends", "implements", ".", "<", ">", ",", "(", ")")
                            .contains(text);
            if (!head) {
                return false;
            }
        }
        return false;
    }

    @Override
    boolean isJump(String word) {
        return JUMPS.contains(word);
    }

    @Override
    boolean endsBefore(int at, int from) {
        int before = before(at);
        if (text(from).equals("@") || !breaksBetween(before, at)) {
            return false;
        }
        Token last = tokens.get(before);
        boolean value = switch (last.kind()) {
            case WORD, NUMBER -> true;
            case STRING -> !ScriptLexis.TYPESCRIPT.opensExpression(last);
            default -> ENDS.contains(last.text());
        };
        return value && begins(tokens.get(at));
    }

    private static boolean begins(Token token) {
        return switch (token.kind()) {
            case SYMBOL -> BEGINS.contains(token.text());
            case STRING -> !ScriptLexis.isTemplate(token);
            default -> !GOES_ON.contains(token.text());
        };
    }
}
