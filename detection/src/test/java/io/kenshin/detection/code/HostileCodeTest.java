package io.kenshin.detection.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code comes from anybody: whatever it is, it is read in time, and what is read lies within it. */
class HostileCodeTest {
    private static final int LENGTH = 60_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "(",
                "[{(",
                "){",
                "x<",
                ">(",
                "a{}",
                "`${",
                "}}`",
                "if (",
                "else ",
                "do ",
                "try ",
                "case x ",
                "def f(",
                "func f(",
                "function f(",
                "func () ",
                "=> {",
                "class ",
                "a:b{",
                "#if\n",
                "#else\n{",
                "#else\n",
                "([/",
                "R\"",
                "\"\"\"",
                "/**/",
                "//\n",
                "#\n",
                "x\n",
                "\\\n",
                " ",
                "\n",
                "a, ",
                "let {",
                "for ",
                "* a "
            })
    void isReadInTime(String part) {
        String text = part.repeat(LENGTH / part.length());
        for (Dialect dialect : all()) {
            assertTimeout(Duration.ofSeconds(20), () -> {
                List<Token> tokens = dialect.tokens(text);
                dialect.statements(text, tokens);
                dialect.places(text, tokens);
                dialect.declared(text);
                dialect.put(text, text.length(), "a\n b");
            });
        }
        assertTimeout(Duration.ofSeconds(10), () -> Guess.dialect(text));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isReadWithinItsBounds(long seed) {
        Random random = new Random(seed);
        List<String> parts = List.of(
                "{",
                "}",
                "(",
                ")",
                "[",
                "]",
                ";",
                ":",
                ",",
                "\n",
                "\n    ",
                "a",
                "b",
                "=",
                ":=",
                "=>",
                "*",
                "<",
                ">",
                "\"",
                "'",
                "`",
                "${",
                "/",
                "//",
                "#",
                "#if",
                "#else",
                "#endif",
                "if ",
                "else ",
                "for ",
                "func ",
                "function ",
                "def ",
                "class ",
                "return ",
                "case ",
                "do ",
                "while ",
                "try ",
                "catch ",
                "int ",
                "let ",
                "\\",
                "@",
                "\u00fc",
                "1e5");
        for (int round = 0; round < 400; round++) {
            StringBuilder code = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                code.append(parts.get(random.nextInt(parts.size())));
            }
            String text = code.toString();
            for (Dialect dialect : all()) {
                List<Token> tokens = dialect.tokens(text);
                int end = 0;
                for (Token token : tokens) {
                    assertThat(token.start()).isGreaterThanOrEqualTo(end);
                    assertThat(token.end()).isGreaterThan(token.start());
                    end = token.end();
                }
                assertThat(end).isLessThanOrEqualTo(text.length());
                assertThat(dialect.statements(text, tokens))
                        .allMatch(range -> range.from() >= 0 && range.length() > 0 && range.to() <= tokens.size());
                assertThat(dialect.places(text, tokens))
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .allMatch(place -> place < text.length());
                assertThat(dialect.declared(text)).doesNotHaveDuplicates().noneMatch(String::isBlank);
                assertThat(Places.insertLine(new Code(text, dialect), "x();", random))
                        .contains("x();");
            }
        }
    }

    private static List<Dialect> all() {
        return Dialect.all();
    }
}
