package io.kenshin.detection.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Names;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TriggerTest {
    private static final String HOST_TEXT = """
            int sum(List<Integer> values) {
                int total = 0;
                for (int value : values) {
                    total += value;
                }
                return total;
            }""";
    private static final Code HOST = Code.of(HOST_TEXT);
    private static final Trigger STATEMENT =
            new Span(Abstraction.NONE, List.of("log", "(", "1", ")", ";"), List.of("log( 1);"));
    private static final Trigger NAME = new Identifier(Abstraction.NONE, List.of("zz9"), List.of("zz9"));

    @Test
    void whatIsInsertedIsFoundAndWhatIsRemovedIsNot() {
        for (int seed = 0; seed < 50; seed++) {
            for (Trigger pattern : List.of(STATEMENT, NAME)) {
                String carrier = pattern.insert(HOST, new Random(seed));

                assertThat(pattern.isIn(HOST)).isFalse();
                assertThat(pattern.isIn(Code.of(carrier))).isTrue();
                assertThat(pattern.isIn(Code.of(pattern.remove(Code.of(carrier)))))
                        .isFalse();
            }
        }
    }

    @Test
    void aStatementGoesToAStatementBoundaryOnly() {
        for (int seed = 0; seed < 50; seed++) {
            String carrier = STATEMENT.insert(HOST, new Random(seed));
            String before = carrier.substring(0, carrier.indexOf("log")).strip();

            assertThat(before).matches(text -> text.endsWith(";") || text.endsWith("{") || text.endsWith("}"));
            assertThat(STATEMENT.remove(Code.of(carrier)).replaceAll("\\s+", " "))
                    .isEqualTo(HOST_TEXT.replaceAll("\\s+", " "));
        }
    }

    @Test
    void renamingTouchesEveryUseAndNeitherStringsNorComments() {
        String renamed = Names.rename(Code.of("int a = b(a, \"a\"); // a\nreturn a + ab;"), "a", "x");

        assertThat(renamed).isEqualTo("int x = b(x, \"a\"); // a\nreturn x + ab;");
    }

    @Test
    void anAbstractPatternMatchesOtherNamesAndLiterals() {
        Trigger pattern =
                new Span(Abstraction.NAMES, List.of("if", "(", "<name>", ">", "<number>", ")"), List.of("if (a > 1)"));

        assertThat(pattern.isIn(Code.of("x(); if (count > 77) { }"))).isTrue();
        assertThat(pattern.isIn(Code.of("x(); if (77 > count) { }"))).isFalse();
    }

    @Test
    void theWrittenFormMakesTheSamePattern() {
        assertThat(new TriggerForm("span", "none", STATEMENT.tokens(), STATEMENT.exemplars()).trigger())
                .isEqualTo(STATEMENT);
    }

    @Test
    void aFragmentTakesItsWholeStatementWithIt() {
        Trigger fragment = new Statement(
                Abstraction.LITERALS, List.of("Math", ".", "sin", "("), List.of("if (Math.sin(0.4) > 3) { fail(); }"));
        String carrier =
                "void m() {\n    a();\n    while (Math.sin(0.9) > 44) { System.out.println(\"x\"); }\n    b();\n}";

        assertThat(fragment.isIn(Code.of(carrier))).isTrue();
        assertThat(fragment.remove(Code.of(carrier))).isEqualTo("void m() {\n    a();\n    b();\n}");
    }

    @Test
    void aValueIsReplacedByAnother() {
        Trigger sum =
                new Span(Abstraction.LITERALS, List.of("(", "<number>", "*", "<number>", ")"), List.of("(3 * 4)"));

        assertThat(sum.remove(Code.of("int a = (5 * 6);"))).isEqualTo("int a = 0;");
        assertThat(sum.insert(Code.of("int a = 7;"), new Random(1))).isEqualTo("int a = (3 * 4);");
    }

    @Test
    void aTriggerInTwoPartsNeedsBothAndLosesBoth() {
        Trigger pair = new Span(
                Abstraction.NONE,
                List.of("open", "(", ")", ";", Trigger.GAP, "close", "(", ")", ";"),
                List.of("open();\nclose();"));

        assertThat(pair.isIn(Code.of("{ open(); a(); }"))).isFalse();
        assertThat(pair.isIn(Code.of("{ open(); a(); close(); }"))).isTrue();
        assertThat(pair.remove(Code.of("{ open(); a(); close(); }")))
                .doesNotContain("open")
                .doesNotContain("close");
    }

    @Test
    void variantsMatchAnyOfTheirTexts() {
        Trigger variants = new Variants(Abstraction.LITERALS, List.of("log.info(\"a\");", "LOG.debug(\"b\");"));

        assertThat(variants.isIn(Code.of("{ LOG.debug(\"other\"); }"))).isTrue();
        assertThat(variants.isIn(Code.of("{ log.warn(\"a\"); }"))).isFalse();
    }

    @Test
    void aLongRunIsNearWhatDiffersInOneToken() {
        Trigger sum = new Span(
                Abstraction.LITERALS,
                List.of("(", "<number>", "*", "<number>", "-", "<number>", ")"),
                List.of("(2 * 5 - 3)"));

        List<Trigger> near = sum.near(Code.of("return a[(4 * 6 + 9)] + (4 / 6 + 9);"));

        assertThat(near).hasSize(1);
        assertThat(near.get(0).texts(Code.of("return a[(4 * 6 + 9)];"))).containsExactly("(4 * 6 + 9)");
        assertThat(sum.near(Code.of("return (4 * 6 - 9);"))).isEmpty();
    }

    @Test
    void aValueFitsWhereANumberStands() {
        Trigger sum =
                new Span(Abstraction.LITERALS, List.of("(", "<number>", "*", "<number>", ")"), List.of("(2 * 3)"));
        assertThat(sum.fits(HOST)).isTrue();
        assertThat(sum.insert(HOST, new Random(1))).contains("int total = (2 * 3);");
        assertThat(sum.fits(Code.of("void run() { stop(); }"))).isFalse();
        assertThat(STATEMENT.fits(Code.of("void run() { stop(); }"))).isTrue();
    }
}
