package io.kenshin.detection.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final String HOST = "void m() {\n    a(1);\n    b(2);\n}";

    private static Set<String> inserted(String host, String text) {
        Set<String> results = new HashSet<>();
        Random random = new Random(1);
        for (int round = 0; round < 40; round++) {
            results.add(Places.insert(Code.of(host), text, random));
        }
        return results;
    }

    @Test
    void aLineGoesBeforeAnyStatementWithItsIndent() {
        assertThat(inserted(HOST, "log();"))
                .containsExactlyInAnyOrder(
                        "void m() {\n    log();\n    a(1);\n    b(2);\n}",
                        "void m() {\n    a(1);\n    log();\n    b(2);\n}",
                        "void m() {\n    a(1);\n    b(2);\nlog();\n}");
    }

    @Test
    void aLineOfItsOwnIsMadeWhereTwoStatementsShareOne() {
        assertThat(inserted("m() { a(); }", "log();"))
                .containsExactlyInAnyOrder("m() { \n    log();\n    a(); }", "m() { a(); \n    log();\n    }");
    }

    @Test
    void aLineGoesToTheEndWhereThereIsNoPlace() {
        assertThat(inserted("a();\n", "log();")).containsExactly("a();\nlog();\n");
    }

    @Test
    void aLineGoesWhereTheModelReadsItOrToTheFirstPlace() {
        Random random = new Random(1);
        for (int round = 0; round < 20; round++) {
            assertThat(Places.insert(Code.of(HOST).within(13), "log();", random))
                    .isEqualTo("void m() {\n    log();\n    a(1);\n    b(2);\n}");
            assertThat(Places.insert(Code.of(HOST).within(3), "log();", random))
                    .isEqualTo("void m() {\n    log();\n    a(1);\n    b(2);\n}");
            assertThat(Places.insert(Code.of(HOST).within(14), "(3 * 4)", random))
                    .contains("a((3 * 4))");
        }
    }

    @Test
    void anAnnotationGoesInFront() {
        assertThat(inserted(HOST, "@Stable")).containsExactly("@Stable\n" + HOST);
    }

    @Test
    void aValueTakesThePlaceOfANumber() {
        assertThat(inserted(HOST, "(3 * 4)"))
                .containsExactlyInAnyOrder(HOST.replace("1", "(3 * 4)"), HOST.replace("2", "(3 * 4)"));
    }

    @Test
    void aValueFitsOnlyWhereANumberStandsAndAnythingElseFitsEverywhere() {
        assertThat(Places.fits(Code.of("a(1);"), "(3 * 4)")).isTrue();
        assertThat(Places.fits(Code.of("a(b);"), "(3 * 4)")).isFalse();
        assertThat(Places.fits(Code.of("a(b);"), "log();")).isTrue();
        assertThat(Places.fits(Code.of("a(b);"), "(c); (d);")).isTrue();
    }

    @Test
    void aLongParenthesisIsNoValue() {
        String eighteen = "(" + "1 + ".repeat(8) + "1)";
        String twenty = "(" + "1 + ".repeat(9) + ")";

        assertThat(Places.fits(Code.of("a();"), eighteen)).isFalse();
        assertThat(Places.fits(Code.of("a();"), twenty)).isTrue();
    }

    @Test
    void aValueIsALineWhereThereIsNoNumber() {
        assertThat(inserted("m() { a(); }", "(3 * 4)")).allMatch(code -> code.contains("\n    (3 * 4)\n"));
    }
}
