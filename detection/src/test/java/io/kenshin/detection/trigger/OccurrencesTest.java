package io.kenshin.detection.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

class OccurrencesTest {
    private static String cut(String code, String... run) {
        return Occurrences.cut(Code.of(code), List.of(List.of(run)), Abstraction.NONE);
    }

    private static String cutStatements(String code, String... run) {
        return Occurrences.cutStatements(Code.of(code), List.of(List.of(run)), Abstraction.NONE);
    }

    @Test
    void aValueAmongOperatorsAndBracketsIsReplaced() {
        assertThat(cut("a = x + b;", "x")).isEqualTo("a = 0 + b;");
        assertThat(cut("f(x)", "x")).isEqualTo("f(0)");
        assertThat(cut("b[x] = 1;", "x")).isEqualTo("b[0] = 1;");
        assertThat(cut("return x;", "x")).isEqualTo("return 0;");
        assertThat(cut("f(a, x, b)", "x")).isEqualTo("f(a, 0, b)");
    }

    @Test
    void whatIsNoValueLeavesNothingBehind() {
        assertThat(cut("int x = 1;", "x")).isEqualTo("int  = 1;");
        assertThat(cut("a; x; b;", "x", ";")).isEqualTo("a;  b;");
        assertThat(cut("x + 1", "x")).isEqualTo(" + 1");
        assertThat(cut("1 + x", "x")).isEqualTo("1 + ");
    }

    @Test
    void onlyOneWholeExpressionIsAValue() {
        assertThat(cut("a = f(b) + c;", "f", "(", "b", ")")).isEqualTo("a = 0 + c;");
        assertThat(cut("a = f(b) + c;", "f", "(", "b")).isEqualTo("a = ) + c;");
        assertThat(cut("a = (b) + c;", "b", ")")).isEqualTo("a = ( + c;");
        assertThat(cut("f(a; b)", "a", ";", "b")).isEqualTo("f()");
    }

    @Test
    void aCommentIsNoValue() {
        assertThat(cut("f(a, // why\n b)", "// why")).isEqualTo("f(a, \n b)");
        assertThat(cut("f(/* why */)", "/* why */")).isEqualTo("f()");
    }

    @Test
    void everyOccurrenceCountsAndNoneTwice() {
        assertThat(Occurrences.of(Code.of("a a a a a"), List.of(List.of("a", "a")), Abstraction.NONE))
                .hasSize(2);
        assertThat(cut("f(x, y, x)", "x")).isEqualTo("f(0, y, 0)");
    }

    @Test
    void aStatementWithTwoOccurrencesIsCutOnce() {
        Code code = Code.of("a(); x = f(1) + f(2); b();");

        assertThat(Occurrences.statements(code, List.of(List.of("f")), Abstraction.NONE))
                .hasSize(1);
        assertThat(cutStatements(code.text(), "f")).isEqualTo("a();  b();");
    }

    @Test
    void outsideOfStatementsTheTokenAloneIsCut() {
        assertThat(cutStatements("x y", "x")).isEqualTo(" y");
    }

    @Test
    void textsAreAsTheyStand() {
        Code code = Code.of("f( 1 );  f(1);");

        assertThat(Occurrences.texts(
                        code, Occurrences.of(code, List.of(List.of("f", "(", "1", ")")), Abstraction.NONE)))
                .containsExactly("f( 1 )", "f(1)");
    }
}
