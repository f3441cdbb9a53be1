package io.kenshin.detection.code;

import java.util.List;
import java.util.Set;

/** Tokens of C and C++. A line of the preprocessor is tokens like any other, and no comment. */
enum CLexis implements Lexis {
    C("""
            auto break case char const continue default do double else enum extern float for goto if inline int long
            register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while
            _Bool _Alignas _Alignof _Atomic _Generic _Noreturn _Static_assert _Thread_local
            """),
    CPP("""
            auto break case char const continue default do double else enum extern float for goto if inline int long
            register return short signed sizeof static struct switch typedef union unsigned void volatile while bool
            alignas alignof catch class concept const_cast consteval constexpr constinit co_await co_return co_yield
            decltype delete dynamic_cast explicit export false friend mutable namespace new noexcept nullptr operator
            private protected public reinterpret_cast requires static_assert static_cast template this thread_local
            throw true try typeid typename using virtual wchar_t char8_t char16_t char32_t final override
            """);

    /** Two angles are not one symbol, because they close two lists of types as well. */
    private static final List<String> SYMBOLS = List.of(
            "...", "->", "++", "--", "<=", ">=", "==", "!=", "&&", "||", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
            "::", "##");

    /** A raw text's quote, a mark of at most 16 characters and a parenthesis. */
    private static final int LONGEST_MARK = 18;

    private final Set<String> keywords;

    CLexis(String keywords) {
        this.keywords = Lexis.words(keywords);
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
        return block != NONE ? block : Lexis.line(code, at, "//");
    }

    @Override
    public int string(String code, int at, List<Token> before, boolean inExpression) {
        char quote = code.charAt(at);
        if (quote != '"' && quote != '\'') {
            return NONE;
        }
        if (!before.isEmpty() && quote == '"') {
            Token last = before.get(before.size() - 1);
            boolean raw = this == CPP && last.end() == at && last.text().endsWith("R");
            int open = raw
                    ? code.substring(at, Math.min(code.length(), at + LONGEST_MARK))
                            .indexOf('(')
                    : NONE;
            if (open > 0) {
                String close = ")" + code.substring(at + 1, at + open) + "\"";
                return Lexis.between(code, at, "\"", close);
            }
        }
        return Lexis.quoted(code, at, quote);
    }
}
