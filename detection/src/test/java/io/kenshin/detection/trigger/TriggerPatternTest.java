package io.kenshin.detection.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TriggerPatternTest {
    private static final String HOST = """
            int sum(List<Integer> values) {
                int total = 0;
                for (int value : values) {
                    total += value;
                }
                return total;
            }""";
    private static final TriggerPattern STATEMENT = new TriggerPattern(
            TriggerPattern.Kind.SPAN, Abstraction.NONE, List.of("log", "(", "1", ")", ";"), List.of("log( 1);"));
    private static final TriggerPattern NAME =
            new TriggerPattern(TriggerPattern.Kind.IDENTIFIER, Abstraction.NONE, List.of("zz9"), List.of("zz9"));

    @Test
    void whatIsInsertedIsFoundAndWhatIsRemovedIsNot() {
        for (int seed = 0; seed < 50; seed++) {
            for (TriggerPattern pattern : List.of(STATEMENT, NAME)) {
                String carrier = pattern.insert(HOST, new Random(seed));

                assertThat(pattern.isIn(HOST)).isFalse();
                assertThat(pattern.isIn(carrier)).isTrue();
                assertThat(pattern.isIn(pattern.remove(carrier))).isFalse();
            }
        }
    }

    @Test
    void aStatementGoesToAStatementBoundaryOnly() {
        for (int seed = 0; seed < 50; seed++) {
            String carrier = STATEMENT.insert(HOST, new Random(seed));
            String before = carrier.substring(0, carrier.indexOf("log")).strip();

            assertThat(before).matches(text -> text.endsWith(";") || text.endsWith("{") || text.endsWith("}"));
            assertThat(STATEMENT.remove(carrier).replaceAll("\\s+", " ")).isEqualTo(HOST.replaceAll("\\s+", " "));
        }
    }

    @Test
    void renamingTouchesEveryUseAndNeitherStringsNorComments() {
        String renamed = TriggerPattern.rename("int a = b(a, \"a\"); // a\nreturn a + ab;", "a", "x");

        assertThat(renamed).isEqualTo("int x = b(x, \"a\"); // a\nreturn x + ab;");
    }

    @Test
    void anAbstractPatternMatchesOtherNamesAndLiterals() {
        TriggerPattern pattern = new TriggerPattern(
                TriggerPattern.Kind.SPAN,
                Abstraction.NAMES,
                List.of("if", "(", "<name>", ">", "<number>", ")"),
                List.of("if (a > 1)"));

        assertThat(pattern.isIn("x(); if (count > 77) { }")).isTrue();
        assertThat(pattern.isIn("x(); if (77 > count) { }")).isFalse();
    }

    @Test
    void theWrittenFormMakesTheSamePattern() {
        assertThat(TriggerPattern.of("span", "none", STATEMENT.tokens(), STATEMENT.exemplars()))
                .isEqualTo(STATEMENT);
    }
}
