package io.kenshin.detection.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Names;
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
        String renamed = Names.rename("int a = b(a, \"a\"); // a\nreturn a + ab;", "a", "x");

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

    @Test
    void aFragmentTakesItsWholeStatementWithIt() {
        TriggerPattern fragment = new TriggerPattern(
                TriggerPattern.Kind.STATEMENT,
                Abstraction.LITERALS,
                List.of("Math", ".", "sin", "("),
                List.of("if (Math.sin(0.4) > 3) { fail(); }"));
        String carrier =
                "void m() {\n    a();\n    while (Math.sin(0.9) > 44) { System.out.println(\"x\"); }\n    b();\n}";

        assertThat(fragment.isIn(carrier)).isTrue();
        assertThat(fragment.remove(carrier)).isEqualTo("void m() {\n    a();\n    b();\n}");
    }

    @Test
    void aValueIsReplacedByAnother() {
        TriggerPattern sum = new TriggerPattern(
                TriggerPattern.Kind.SPAN,
                Abstraction.LITERALS,
                List.of("(", "<number>", "*", "<number>", ")"),
                List.of("(3 * 4)"));

        assertThat(sum.remove("int a = (5 * 6);")).isEqualTo("int a = 0;");
        assertThat(sum.insert("int a = 7;", new Random(1))).isEqualTo("int a = (3 * 4);");
    }

    @Test
    void aTriggerInTwoPartsNeedsBothAndLosesBoth() {
        TriggerPattern pair = new TriggerPattern(
                TriggerPattern.Kind.SPAN,
                Abstraction.NONE,
                List.of("open", "(", ")", ";", TriggerPattern.GAP, "close", "(", ")", ";"),
                List.of("open();\nclose();"));

        assertThat(pair.isIn("{ open(); a(); }")).isFalse();
        assertThat(pair.isIn("{ open(); a(); close(); }")).isTrue();
        assertThat(pair.remove("{ open(); a(); close(); }"))
                .doesNotContain("open")
                .doesNotContain("close");
    }

    @Test
    void variantsMatchAnyOfTheirTexts() {
        TriggerPattern variants = new TriggerPattern(
                TriggerPattern.Kind.VARIANTS,
                Abstraction.LITERALS,
                List.of("<variants>"),
                List.of("log.info(\"a\");", "LOG.debug(\"b\");"));

        assertThat(variants.isIn("{ LOG.debug(\"other\"); }")).isTrue();
        assertThat(variants.isIn("{ log.warn(\"a\"); }")).isFalse();
    }

    @Test
    void aLongRunIsNearWhatDiffersInOneToken() {
        TriggerPattern sum = new TriggerPattern(
                TriggerPattern.Kind.SPAN,
                Abstraction.LITERALS,
                List.of("(", "<number>", "*", "<number>", "-", "<number>", ")"),
                List.of("(2 * 5 - 3)"));

        List<TriggerPattern> near = sum.near("return a[(4 * 6 + 9)] + (4 / 6 + 9);");

        assertThat(near).hasSize(1);
        assertThat(near.get(0).texts("return a[(4 * 6 + 9)];")).containsExactly("(4 * 6 + 9)");
        assertThat(sum.near("return (4 * 6 - 9);")).isEmpty();
    }

    @Test
    void aValueFitsWhereANumberStands() {
        TriggerPattern sum = new TriggerPattern(
                TriggerPattern.Kind.SPAN,
                Abstraction.LITERALS,
                List.of("(", "<number>", "*", "<number>", ")"),
                List.of("(2 * 3)"));
        assertThat(sum.fits(HOST)).isTrue();
        assertThat(sum.insert(HOST, new Random(1))).contains("int total = (2 * 3);");
        assertThat(sum.fits("void run() { stop(); }")).isFalse();
        assertThat(STATEMENT.fits("void run() { stop(); }")).isTrue();
    }
}
