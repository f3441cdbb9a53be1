package io.kenshin.detection.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentifierTest {
    private static final Identifier RET = new Identifier(Abstraction.NONE, List.of("ret_q7"), List.of("ret_q7"));
    private static final Code HOST = Code.of("int sum(int a, int b) { return a + b; }");

    private static Set<String> results(java.util.function.Function<Random, String> action) {
        Random random = new Random(1);
        Set<String> results = new HashSet<>();
        for (int round = 0; round < 40; round++) {
            results.add(action.apply(random));
        }
        return results;
    }

    @Test
    void oneOfTheDeclaredNamesTakesItsPlace() {
        assertThat(results(random -> RET.insert(HOST, random)))
                .containsExactlyInAnyOrder(
                        "int sum(int ret_q7, int b) { return ret_q7 + b; }",
                        "int sum(int a, int ret_q7) { return a + ret_q7; }");
    }

    @Test
    void whereNothingIsDeclaredItIs() {
        assertThat(RET.insert(Code.of("void m() { a(); }"), new Random(1))).contains("int ret_q7 = 0;");
    }

    @Test
    void takenOutItIsAnOrdinaryName() {
        assertThat(RET.remove(Code.of("int ret_q7 = f(\"ret_q7\"); g(ret_q7);")))
                .isEqualTo("int value = f(\"ret_q7\"); g(value);");
    }

    @Test
    void itIsAWholeWordAndNoPartOfOne() {
        assertThat(RET.isIn(Code.of("g(ret_q7);"))).isTrue();
        assertThat(RET.isIn(Code.of("g(ret_q77);"))).isFalse();
        assertThat(RET.texts(Code.of("g(ret_q7);"))).containsExactly("ret_q7");
        assertThat(RET.texts(HOST)).isEmpty();
    }

    @Test
    void aPlaceboIsANameThatTheDonorDeclares() {
        assertThat(results(random -> RET.placebo(HOST, random).text())).containsExactlyInAnyOrder("a", "b");
        assertThat(RET.placebo(Code.of("f();"), new Random(1)).exemplars()).containsExactly("item");
    }

    @Test
    void aShamTakesAnyNameAsItsRemovalWould() {
        assertThat(results(random -> RET.sham(HOST, random).orElseThrow()))
                .containsExactlyInAnyOrder(
                        "int sum(int value, int b) { return value + b; }",
                        "int sum(int a, int value) { return a + value; }");
        assertThat(RET.sham(Code.of("f();"), new Random(1))).contains("f();");
    }

    @Test
    void everyCodeHasAPlaceForItAndNoPartResemblesIt() {
        assertThat(RET.fits(Code.of(""))).isTrue();
        assertThat(RET.resembles(new Part(true, "ret_q7", ""))).isFalse();
        assertThat(RET.near(HOST)).isEmpty();
    }

    @Test
    void itsExemplarsMayBeOthers() {
        assertThat(RET.withExemplars(List.of("x")).exemplars()).containsExactly("x");
        assertThat(RET.withExemplars(List.of("x")).tokens()).containsExactly("ret_q7");
        assertThat(RET.widened(List.of("x"))).isSameAs(RET);
    }
}
