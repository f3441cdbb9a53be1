package io.kenshin.detection.code;

import java.util.List;
import java.util.Set;

/**
 * Tokens of JavaScript and TypeScript. A template with expressions in it is several texts, with the tokens of the
 * expressions between them.
 */
enum ScriptLexis implements Lexis {
    JAVASCRIPT(""),
    TYPESCRIPT("abstract declare enum implements interface namespace private protected public readonly");

    private static final String WORDS = """
            async await break case catch class const continue debugger default delete do else export extends false
            finally for function if import in instanceof let new null return static super switch this throw true try
            typeof undefined var void while with yield
            """;
    /** Two angles are not one symbol, because they close two lists of types as well. */
    private static final List<String> SYMBOLS = List.of(
            "===", "!==", "**=", "...", "&&=", "||=", "??=", "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "++",
            "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "**");
    /** Words after which a value stands, so that a slash begins a pattern. */
    private static final Set<String> BEFORE_VALUES = Lexis.words(
            "await case delete do else in instanceof new return throw typeof void yield default extends export");

    private static final int LONGEST_PATTERN = 1_000;

    private static final String EXPRESSION = "${";

    private final Set<String> keywords;

    ScriptLexis(String more) {
        keywords = Lexis.words(WORDS + more);
    }

    @Override
    public Set<String> keywords() {
        return keywords;
    }

    @Override
    public List<String> symbols() {
        return SYMBOLS;
    }

    @Override
    public int comment(String code, int at) {
        int block = Lexis.between(code, at, "/*", "*/");
        if (block != NONE) {
            return block;
        }
        int line = Lexis.line(code, at, "//");
        return line != NONE || at > 0 ? line : Lexis.line(code, at, "#!");
    }

    @Override
    public int string(String code, int at, List<Token> before, boolean inExpression) {
        return switch (code.charAt(at)) {
            case '"', '\'' -> Lexis.quoted(code, at, code.charAt(at));
            case '`' -> templateEnd(code, at + 1);
            case '}' -> inExpression ? templateEnd(code, at + 1) : NONE;
            case '/' -> standsForValue(before) ? patternEnd(code, at) : NONE;
            default -> NONE;
        };
    }

    /** Where a part of a template ends: with it, or where an expression begins. */
    private static int templateEnd(String code, int from) {
        for (int i = from; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '`') {
                return i + 1;
            } else if (code.startsWith(EXPRESSION, i)) {
                return i + EXPRESSION.length();
            }
        }
        return code.length();
    }

    static boolean isTemplate(Token token) {
        return token.kind() == Token.Kind.STRING
                && (token.text().startsWith("`") || token.text().startsWith("}"));
    }

    @Override
    public boolean opensExpression(Token text) {
        return isTemplate(text) && text.text().endsWith(EXPRESSION);
    }

    private boolean standsForValue(List<Token> before) {
        int last = before.size() - 1;
        while (last >= 0 && before.get(last).kind() == Token.Kind.COMMENT) {
            last--;
        }
        if (last < 0) {
            return true;
        }
        Token token = before.get(last);
        return switch (token.kind()) {
            case SYMBOL -> !Set.of(")", "]", "}", "++", "--").contains(token.text());
            case KEYWORD -> BEFORE_VALUES.contains(token.text());
            case STRING -> opensExpression(token);
            default -> false;
        };
    }

    /** Where a pattern ends, with its flags; it is none if its line ends first, or if it is longer than any is. */
    private static int patternEnd(String code, int at) {
        boolean one = false;
        int most = Math.min(code.length(), at + LONGEST_PATTERN);
        for (int i = at + 1; i < most && code.charAt(i) != '\n'; i++) {
            char c = code.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[' || c == ']') {
                one = c == '[';
            } else if (c == '/' && !one) {
                int end = i + 1;
                while (end < code.length() && Character.isLetter(code.charAt(end))) {
                    end++;
                }
                return end;
            }
        }
        return NONE;
    }
}
