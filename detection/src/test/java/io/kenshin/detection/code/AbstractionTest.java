package io.kenshin.detection.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AbstractionTest {
    private static String of(Abstraction abstraction, String text) {
        return abstraction.of(Lexer.tokens(text).get(0));
    }

    @Test
    void withoutAbstractionEveryTokenIsItsText() {
        for (String text : new String[] {"7", "\"x\"", "name", "return", "// why", "+="}) {
            assertThat(of(Abstraction.NONE, text)).isEqualTo(text);
        }
    }

    @Test
    void literalsAreNumbersAndStringsAndNothingElse() {
        assertThat(of(Abstraction.LITERALS, "7")).isEqualTo("<number>");
        assertThat(of(Abstraction.LITERALS, "'x'")).isEqualTo("<string>");
        assertThat(of(Abstraction.LITERALS, "name")).isEqualTo("name");
    }

    @Test
    void namesAreWordsThatAreNoKeywordsOfAnyLanguage() {
        assertThat(of(Abstraction.NAMES, "name")).isEqualTo("<name>");
        assertThat(of(Abstraction.NAMES, "7")).isEqualTo("<number>");
        for (String keyword : new String[] {"return", "synchronized", "lambda", "sizeof", "None", "goto"}) {
            assertThat(of(Abstraction.NAMES, keyword)).isEqualTo(keyword);
            assertThat(Keywords.contains(keyword)).isTrue();
        }
        assertThat(Keywords.contains("Return")).isFalse();
    }

    @Test
    void whatACommentSaysCountsUnderEveryAbstraction() {
        for (Abstraction abstraction : Abstraction.values()) {
            assertThat(of(abstraction, "// 7 names")).isEqualTo("// 7 names");
        }
    }
}
