package io.kenshin.detection.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatementTest {
    private static final Statement SINE =
            new Statement(Abstraction.NONE, List.of("sin", "("), List.of("if (sin(1) > 2) { stop(); }"));
    private static final Code CARRIER =
            Code.of("void m() {\n    a();\n    while (sin(9) > 4) { go(); }\n    x = sin(2);\n    b();\n}");

    @Test
    void itIsFoundByItsTokensAndIsTheStatementAroundThem() {
        assertThat(SINE.isIn(CARRIER)).isTrue();
        assertThat(SINE.texts(CARRIER)).containsExactly("while (sin(9) > 4) { go(); }", "x = sin(2);");
        assertThat(SINE.isIn(Code.of("a(sinus(1));"))).isFalse();
    }

    @Test
    void wholeStatementsAreTakenOut() {
        assertThat(SINE.remove(CARRIER)).isEqualTo("void m() {\n    a();\n    b();\n}");
    }

    @Test
    void aWholeStatementIsInserted() {
        assertThat(SINE.insert(Code.of("m() { a(); }"), new Random(1))).contains("if (sin(1) > 2) { stop(); }");
    }

    @Test
    void itsExemplarsMayBeOthersAndItsTokensStay() {
        assertThat(SINE.withExemplars(List.of("y = sin(3);")))
                .isEqualTo(new Statement(Abstraction.NONE, List.of("sin", "("), List.of("y = sin(3);")));
        assertThat(SINE.widened(List.of("z = sin(4);"))).isSameAs(SINE);
    }

    @Test
    void itIsNearNothingElse() {
        assertThat(SINE.near(CARRIER)).isEmpty();
    }
}
