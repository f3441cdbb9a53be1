package io.kenshin.detection.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartTest {
    @Test
    void textAloneIsAVariantAndNamesAloneAreNames() {
        assertThat(new Part(false, "log();", "").alone())
                .isEqualTo(new Variants(Abstraction.LITERALS, List.of("log();")));
        assertThat(new Part(true, "a b", "").alone()).isEqualTo(new NameSet(Abstraction.LITERALS, List.of("a b")));
    }

    @Test
    void severalPartsAreAnyOfTheirTexts() {
        assertThat(Part.any(false, List.of("log();", "note();")).exemplars()).containsExactly("log();", "note();");
        assertThat(Part.any(true, List.of("a b", "c"))).isInstanceOf(NameSet.class);
    }

    @Test
    void theWordsOfANameListAreCountedOnce() {
        assertThat(Parts.distinct("  a b  a\tc ")).containsExactly("a", "b", "c");
    }
}
