package io.kenshin.detection.trigger.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Lexer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenTableTest {
    private static TokenTable table(Abstraction abstraction, String... codes) {
        return new TokenTable(Arrays.stream(codes).map(Lexer::tokens).toList(), abstraction);
    }

    private final TokenTable table = table(Abstraction.NONE, "a b a", "b c", "a b c");

    @Test
    void aRowIsTheTokensOfASampleByNumber() {
        assertThat(table.row(0)).containsExactly(0, 1, 0);
        assertThat(table.row(1)).containsExactly(1, 2);
        assertThat(table.text(2)).isEqualTo("c");
        assertThat(table.texts(table.row(2))).containsExactly("a", "b", "c");
    }

    @Test
    void onlyTheRowsOfTheRarestTokenCanHoldASpan() {
        assertThat(table.holders(table.span(List.of("a")))).containsExactly(0, 2);
        assertThat(table.holders(table.span(List.of("b", "c")))).containsExactly(1, 2);
        assertThat(table.holders(table.span(List.of("b")))).containsExactly(0, 1, 2);
    }

    @Test
    void aSpanIsFoundFromAPlaceOn() {
        int[] a = table.span(List.of("a"));

        assertThat(table.find(0, a, 0)).isZero();
        assertThat(table.find(0, a, 1)).isEqualTo(2);
        assertThat(table.find(1, a, 0)).isEqualTo(-1);
        assertThat(table.find(1, table.span(List.of("b", "c")), 0)).isZero();
        assertThat(TokenTable.find(new int[] {1}, new int[] {1, 2}, 0)).isEqualTo(-1);
    }

    @Test
    void equalRunsHaveEqualHashesWhereverTheyStand() {
        assertThat(table.hash(0, 0, 2)).isEqualTo(table.hash(2, 0, 2)).isNotEqualTo(table.hash(0, 1, 2));
        assertThat(table.hash(1, 0, 2)).isEqualTo(table.hash(2, 1, 2));
        assertThat(table.hash(0, 0, 1)).isEqualTo(table.hash(0, 2, 1)).isNotEqualTo(table.hash(0, 0, 2));
    }

    @Test
    void underAnAbstractionWhatItHidesIsTheSameToken() {
        TokenTable names = table(Abstraction.NAMES, "a(1)", "b(2)");

        assertThat(names.row(0)).isEqualTo(names.row(1));
        assertThat(names.texts(names.row(0))).containsExactly("<name>", "(", "<number>", ")");
    }

    @Test
    void whatIsNotInTheTableHasNoNumber() {
        assertThatThrownBy(() -> table.span(List.of("z"))).isInstanceOf(NullPointerException.class);
    }
}
