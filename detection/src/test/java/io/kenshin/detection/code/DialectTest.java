package io.kenshin.detection.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DialectTest {
    private static List<String> statements(String text) {
        Code code = Code.of(text);
        List<Token> tokens = code.tokens();
        return code.statements(tokens).stream()
                .map(range -> text.substring(
                        tokens.get(range.from()).start(),
                        tokens.get(range.to() - 1).end()))
                .toList();
    }

    @Test
    void cLikeCodeIsCutAtBracketsAndSemicolons() {
        String code = "@Deprecated int m(int a) { int[] b = {1, 2};"
                + " if (a > 1) { b(); } else { c(x -> { d(); }); } return a; }";

        assertThat(statements(code))
                .contains(
                        "@Deprecated",
                        "int[] b = {1, 2};",
                        "if (a > 1) { b(); } else { c(x -> { d(); }); }",
                        "b();",
                        "c(x -> { d(); });",
                        "return a;");
    }

    @Test
    void forLoopsAndCommentsAreWhole() {
        assertThat(statements("void m() { for (int i = 0; i < 3; i++) { a(); } // done\n"
                        + " b(); try { c(); } catch (E e) { } d(); }"))
                .contains("for (int i = 0; i < 3; i++) { a(); }", "// done", "try { c(); } catch (E e) { }", "d();");
    }

    @Test
    void pythonIsCutByIndentation() {
        String code = "def m(a):\n    if a > 1:\n        b(a,\n          1)\n    return a\n";

        assertThat(statements(code))
                .contains("if a > 1:\n        b(a,\n          1)", "b(a,\n          1)", "return a");
    }

    @Test
    void whatDoesNotParseIsStillCut() {
        assertThat(statements("int a( { ; } ) x")).isNotEmpty();
    }
}
