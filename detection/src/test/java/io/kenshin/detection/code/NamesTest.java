package io.kenshin.detection.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final String SUM = "int sum(List<Integer> all, int[] more) {\n  int total = 0;\n  return total;\n}";

    @Test
    void parametersAndVariablesAreDeclaredInTheirOrderEachOnce() {
        assertThat(Code.of(SUM).declared()).containsExactly("all", "more", "total");
        assertThat(Code.of("for (int i : all) { } for (int i : more) { }").declared())
                .containsExactly("i");
    }

    @Test
    void keywordsAndComparisonsDeclareNothing() {
        assertThat(Code.of("return this; return a == b; new B();").declared()).isEmpty();
    }

    @Test
    void theMethodIsTheFirstNameThatIsCalledOrDeclared() {
        assertThat(Names.method(Code.of(SUM))).contains("sum");
        assertThat(Names.method(Code.of("@Override(x) if (a) { this.b(); c(); }")))
                .contains("c");
        assertThat(Names.method(Code.of("int a = 1;"))).isEmpty();
    }

    @Test
    void anOrdinaryNameIsOneThatTheCodeDoesNotHave() {
        assertThat(Names.ordinary("int a = 1;")).isEqualTo("value");
        assertThat(Names.ordinary("int value = 1;")).isEqualTo("current");
    }

    @Test
    void allNamesBecomeOrdinaryOnesByTheirOrder() {
        assertThat(Names.ordinaryAll(Code.of(SUM)))
                .isEqualTo("int sum(List<Integer> v1, int[] v2) {\n  int v3 = 0;\n  return v3;\n}");
    }

    @Test
    void theFirstNamesAreExchangedForAsManyOthers() {
        assertThat(Names.exchange(Code.of(SUM), List.of("x", "y")))
                .isEqualTo("int sum(List<Integer> x, int[] y) {\n  int total = 0;\n  return total;\n}");
        assertThat(Names.exchange(Code.of("int a = 1;"), List.of("x", "y", "z")))
                .isEqualTo("int x = 1;");
    }

    @Test
    void renamingWhatIsNotThereChangesNothing() {
        assertThat(Names.rename(Code.of(SUM), "tot", "x")).isEqualTo(SUM);
    }
}
