package io.kenshin.detection.code;

import java.util.List;
import java.util.Set;

/** Tokens of Python. */
final class PythonLexis implements Lexis {
    static final PythonLexis INSTANCE = new PythonLexis();

    private static final Set<String> KEYWORDS = Lexis.words("""
            False None True and as assert async await break class continue def del elif else except finally for from
            global if import in is lambda nonlocal not or pass raise return try while with yield
            """);
    private static final List<String> SYMBOLS = List.of(
            "**=", "//=", ">>=", "<<=", "...", "**", "//", "->", ":=", "==", "!=", "<=", ">=", "<<", ">>", "+=", "-=",
            "*=", "/=", "%=", "&=", "|=", "^=", "@=");
    private static final String PREFIXES = "rRbBuUfFtT";

    private PythonLexis() {}

    @Override
    public Set<String> keywords() {
        return KEYWORDS;
    }

    @Override
    public List<String> symbols() {
        return SYMBOLS;
    }

    @Override
    public int comment(String code, int at) {
        return Lexis.line(code, at, "#");
    }

    @Override
    public int string(String code, int at, List<Token> before, boolean inExpression) {
        int open = at;
        while (open < code.length() && open < at + 2 && PREFIXES.indexOf(code.charAt(open)) >= 0) {
            open++;
        }
        char quote = open < code.length() ? code.charAt(open) : ' ';
        if (quote != '"' && quote != '\'') {
            return NONE;
        }
        String three = String.valueOf(quote).repeat(3);
        if (!code.startsWith(three, open)) {
            return Lexis.quoted(code, open, quote);
        }
        for (int i = open + 3; i < code.length(); i++) {
            if (code.charAt(i) == '\\') {
                i++;
            } else if (code.startsWith(three, i)) {
                return i + 3;
            }
        }
        return code.length();
    }
}
