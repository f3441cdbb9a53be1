package io.kenshin.detection.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VariantsTest {
    private static final Variants EITHER = new Variants(Abstraction.LITERALS, List.of("  log(\"a\");", "note(1);"));

    @Test
    void anyOneOfItsTextsIsEnough() {
        assertThat(EITHER.isIn(Code.of("m() { log(\"b\"); }"))).isTrue();
        assertThat(EITHER.isIn(Code.of("m() { note(7); }"))).isTrue();
        assertThat(EITHER.isIn(Code.of("m() { note(x); log(1); }"))).isFalse();
    }

    @Test
    void allThatStandThereAreTakenOut() {
        Code both = Code.of("m() {\n    note(2);\n    a();\n    log(\"c\");\n}");

        assertThat(EITHER.remove(both)).isEqualTo("m() {\n    a();\n}");
        assertThat(EITHER.texts(both)).containsExactly("log(\"c\");", "note(2);");
    }

    @Test
    void oneOfThemIsInserted() {
        assertThat(EITHER.insert(Code.of("m() { a(); }"), new Random(1))).containsAnyOf("log(\"a\");", "note(1);");
    }

    @Test
    void moreTextsWidenIt() {
        Variants wider = EITHER.widened(List.of("note(1);", "trace();"));

        assertThat(wider.exemplars()).containsExactly("note(1);", "trace();");
        assertThat(wider.isIn(Code.of("trace();"))).isTrue();
        assertThat(wider.isIn(Code.of("log(\"a\");"))).isFalse();
        assertThat(EITHER.withExemplars(List.of("x"))).isEqualTo(new Variants(Abstraction.LITERALS, List.of("x")));
    }

    @Test
    void itSaysHowManyThereAreAndShowsTheFirst() {
        assertThat(EITHER.text()).isEqualTo("2 variants such as log(\"a\");");
        assertThat(EITHER.tokens()).containsExactly("<variants>");
    }

    @Test
    void itDoesNotCallItselfLiteralUnderAnAbstraction() {
        assertThat(EITHER.isLiteral()).isFalse();
        assertThat(EITHER.resembles(new Part(false, "warn(\"z\");", ""))).isTrue();
        assertThat(EITHER.sham(Code.of("a();"), new Random(1))).isEmpty();
    }

    @Test
    void withoutTextsThereIsNone() {
        assertThatThrownBy(() -> new Variants(Abstraction.NONE, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
