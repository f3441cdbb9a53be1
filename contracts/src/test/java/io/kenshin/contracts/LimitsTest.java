package io.kenshin.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static final String PAIR = "\ud83d\ude00";

    @ParameterizedTest
    @ValueSource(strings = {"", "int a;", "é", "検診", PAIR, "a\u0000b", "x検" + PAIR + "é"})
    void bytesAreThoseOfUtf8(String text) {
        assertThat(Limits.bytes(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void aTextIsCutBetweenCharacters() {
        assertThat(Limits.cut("abc", 3)).isEqualTo("abc");
        assertThat(Limits.cut("abc", 2)).isEqualTo("ab");
        assertThat(Limits.cut("a" + PAIR, 2)).isEqualTo("a");
        assertThat(Limits.cut("a" + PAIR + "b", 3)).isEqualTo("a" + PAIR);
    }

    @Test
    void aPartEndsByCountOrByBytesAndHasAtLeastOneItem() {
        String half = "x".repeat(Limits.PART_BYTES / 2);

        assertThat(Limits.end(Collections.nCopies(70, "x"), 0, 64, Limits::bytes))
                .isEqualTo(64);
        assertThat(Limits.end(Collections.nCopies(70, "x"), 64, 64, Limits::bytes))
                .isEqualTo(70);
        assertThat(Limits.end(List.of(half, half, "x"), 0, 64, Limits::bytes)).isEqualTo(2);
        assertThat(Limits.end(List.of(half + half + "x", "x"), 0, 64, Limits::bytes))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "\ud83d", "\ude00", "\ude00\ud83d", "a\ud83db"})
    void whatADatabaseCannotKeepIsNoTextAndNoName(String text) {
        assertThat(Limits.isText(text)).isFalse();
        assertThatThrownBy(() -> Limits.checkNames("fine", text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameMayBeMissingButNotVeryLong() {
        assertThatCode(() -> Limits.checkNames(null, "検診" + PAIR, "n".repeat(Limits.NAME_CHARS)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Limits.checkNames("n".repeat(12_000)))
                .hasMessageContaining("at most 500")
                .message()
                .hasSizeLessThan(200);
    }
}
