package io.kenshin.detection.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IndentationTest {
    private static List<String> statements(String code) {
        List<Token> tokens = Lexer.tokens(code);
        return Indentation.INSTANCE.statements(code, tokens).stream()
                .map(range -> code.substring(
                        tokens.get(range.from()).start(),
                        tokens.get(range.to() - 1).end()))
                .toList();
    }

    @Test
    void aLineHoldsTheDeeperLinesAfterItUpToTheNextOfItsDepth() {
        String code = "a()\nfor x in b:\n    c()\n    if x:\n        d()\ne()\n";

        assertThat(statements(code))
                .containsExactly(
                        "a()",
                        "for x in b:\n    c()\n    if x:\n        d()",
                        "c()",
                        "if x:\n        d()",
                        "d()",
                        "e()");
    }

    @Test
    void aLineGoesOnInsideBrackets() {
        assertThat(statements("f(a,\n  b)\ng([1,\n 2],\n {3:\n 4})\nh()"))
                .containsExactly("f(a,\n  b)", "g([1,\n 2],\n {3:\n 4})", "h()");
    }

    @Test
    void theFunctionAsAWholeIsNoStatementOfIt() {
        assertThat(statements("def m():\n    a()\n    b()\n")).containsExactly("a()", "b()");
    }

    @Test
    void aLineCanBePutNowhereButAtTheEnd() {
        assertThat(Indentation.INSTANCE.places(Lexer.tokens("def m():\n    a()\n")))
                .isEmpty();
    }
}
