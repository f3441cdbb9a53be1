package io.kenshin.detection.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Token;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenRunsTest {
    private static final List<Token> CODE = Lexer.tokens("a(1); b(2); a(3);");

    @Test
    void gapsStandBetweenRuns() {
        assertThat(TokenRuns.split(List.of("a", "b", Trigger.GAP, "c")))
                .containsExactly(List.of("a", "b"), List.of("c"));
        assertThat(TokenRuns.split(List.of("a"))).containsExactly(List.of("a"));
    }

    @Test
    void theFirstOccurrenceFromAPlaceOnIsFound() {
        List<String> call = List.of("a", "(", "<number>");

        assertThat(TokenRuns.find(CODE, call, Abstraction.LITERALS, 0)).isZero();
        assertThat(TokenRuns.find(CODE, call, Abstraction.LITERALS, 1)).isEqualTo(10);
        assertThat(TokenRuns.find(CODE, call, Abstraction.LITERALS, 10)).isEqualTo(10);
        assertThat(TokenRuns.find(CODE, call, Abstraction.LITERALS, 11)).isEqualTo(-1);
        assertThat(TokenRuns.find(CODE, call, Abstraction.NONE, 0)).isEqualTo(-1);
    }

    @Test
    void aRunMayEndWithTheCodeAndNotBeyondIt() {
        assertThat(TokenRuns.find(CODE, List.of("3", ")", ";"), Abstraction.NONE, 0))
                .isEqualTo(12);
        assertThat(TokenRuns.find(CODE, List.of(")", ";", "x"), Abstraction.NONE, 0))
                .isEqualTo(-1);
    }
}
