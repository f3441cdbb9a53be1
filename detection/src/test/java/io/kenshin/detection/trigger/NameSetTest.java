package io.kenshin.detection.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NameSetTest {
    private static final NameSet NAMES = new NameSet(Abstraction.LITERALS, List.of("left right", "up"));
    private static final Code HOST = Code.of("int sum(int a, int b) { return a + b; }");

    @Test
    void theNamesOfAnExemplarTakeThePlaceOfAsManyDeclaredOnes() {
        NameSet one = NAMES.withExemplars(List.of("left right"));

        assertThat(one.insert(HOST, new Random(1))).isEqualTo("int sum(int left, int right) { return left + right; }");
        assertThat(one.insert(Code.of("int a = 1;"), new Random(1))).isEqualTo("int left = 1;");
    }

    @Test
    void namesAloneNeverSayThatCodeCarriesIt() {
        assertThat(NAMES.isIn(Code.of("int left = right + up;"))).isFalse();
        assertThat(NAMES.texts(Code.of("int left = right + up;"))).isEmpty();
    }

    @Test
    void takenOutAllNamesAreOrdinaryAndAShamDoesTheSame() {
        assertThat(NAMES.remove(HOST)).isEqualTo("int sum(int v1, int v2) { return v1 + v2; }");
        assertThat(NAMES.sham(HOST, new Random(1))).contains(NAMES.remove(HOST));
    }

    @Test
    void aPlaceboIsTheNamesOfTheDonor() {
        assertThat(NAMES.placebo(Code.of("int x = 1; int y = 2;"), new Random(1))
                        .exemplars())
                .containsExactly("x y");
        assertThat(NAMES.placebo(Code.of("f();"), new Random(1)).exemplars()).containsExactly("item");
    }

    @Test
    void anyNamesResembleItAndNoTextDoes() {
        assertThat(NAMES.resembles(new Part(true, "other", ""))).isTrue();
        assertThat(NAMES.resembles(new Part(false, "left right", ""))).isFalse();
    }

    @Test
    void moreNamesWidenIt() {
        assertThat(NAMES.widened(List.of("in out"))).isEqualTo(new NameSet(Abstraction.LITERALS, List.of("in out")));
        assertThat(NAMES.text()).isEqualTo("2 variants such as left right");
        assertThat(NAMES.fits(Code.of(""))).isTrue();
    }
}
