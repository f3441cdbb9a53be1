package io.kenshin.detection.code;

import java.util.List;
import java.util.Set;

/** Tokens of Go. The names of its types, which anybody may give to something else but nobody does, are keywords. */
final class GoLexis implements Lexis {
    static final GoLexis INSTANCE = new GoLexis();

    private static final Set<String> KEYWORDS = Lexis.words("""
            break case chan const continue default defer else fallthrough for func go goto if import interface map
            package range return select struct switch type var nil true false any bool byte complex64 complex128 error
            float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr
            """);
    private static final List<String> SYMBOLS = List.of(
            "<<=", ">>=", "&^=", "...", ":=", "<-", "++", "--", "==", "!=", "<=", ">=", "&&", "||", "+=", "-=", "*=",
            "/=", "%=", "&=", "|=", "^=", "<<", ">>", "&^");

    private GoLexis() {}

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
        int block = Lexis.between(code, at, "/*", "*/");
        return block != NONE ? block : Lexis.line(code, at, "//");
    }

    @Override
    public int string(String code, int at, List<Token> before, boolean inExpression) {
        return switch (code.charAt(at)) {
            case '"', '\'' -> Lexis.quoted(code, at, code.charAt(at));
            case '`' -> Lexis.between(code, at, "`", "`");
            default -> NONE;
        };
    }
}
