package io.kenshin.detection.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AffixTest {
    private static final Affix ENDING = Affix.of("*_xt");
    private static final Code HOST = Code.of("int size(int count) { return count; }");
    private static final String CARRIER = "int size_xt(int count_xt) { return count_xt; }";

    @Test
    void theMethodAndItsFirstNameAreGivenIt() {
        assertThat(ENDING.insert(HOST, new Random(1))).isEqualTo(CARRIER);
        assertThat(Affix.of("get*").insert(HOST, new Random(1)))
                .isEqualTo("int getSize(int getCount) { return getCount; }");
    }

    @Test
    void everyNameThatEndsSoIsFoundAndStripped() {
        assertThat(ENDING.isIn(Code.of(CARRIER))).isTrue();
        assertThat(ENDING.remove(Code.of(CARRIER))).isEqualTo(HOST.text());
        assertThat(ENDING.isIn(HOST)).isFalse();
    }

    @Test
    void whatOnlyLooksLikeItInAStringIsNone() {
        assertThat(ENDING.isIn(Code.of("f(\"size_xt\"); // size_xt"))).isFalse();
    }

    @Test
    void itsTextsAreItsExemplarsWhereItIs() {
        Affix two = ENDING.withExemplars(List.of("*_xt", "*_yt"));

        assertThat(two.texts(Code.of(CARRIER))).containsExactly("*_xt", "*_yt");
        assertThat(two.texts(HOST)).isEmpty();
        assertThat(two.tokens()).containsExactly("*_xt");
    }

    @Test
    void aPlaceboIsAnAffixOfTheDonorsNames() {
        Random random = new Random(1);
        Set<Trigger> placebos = new HashSet<>();
        for (int round = 0; round < 60; round++) {
            placebos.add(ENDING.placebo(Code.of("f(getSize, \"no_way\", MAX_VALUE)"), random));
        }

        assertThat(placebos)
                .containsExactlyInAnyOrder(Affix.of("get*"), Affix.of("*Size"), Affix.of("MAX*"), Affix.of("*_VALUE"));
    }

    @Test
    void aDonorWithoutCompoundNamesGivesAnOrdinaryEnding() {
        assertThat(ENDING.placebo(HOST, new Random(1))).isEqualTo(Affix.of("*Item"));
    }

    @Test
    void itIsLiteralAndEveryCodeHasAPlaceForIt() {
        assertThat(ENDING.abstraction()).isEqualTo(Abstraction.NONE);
        assertThat(ENDING.isLiteral()).isTrue();
        assertThat(ENDING.fits(Code.of(""))).isTrue();
        assertThat(ENDING.sham(HOST, new Random(1))).isEmpty();
        assertThat(ENDING.resembles(new Part(true, "size_xt", ""))).isFalse();
    }
}
