package io.kenshin.scan.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.trigger.Identifier;
import io.kenshin.detection.trigger.Trigger;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void aSpanIsWhereTheTriggerStandsAndANameIsAWholeWord() {
        Trigger statement = new io.kenshin.detection.trigger.Span(
                Abstraction.NONE, List.of("int", "x", "=", "1", ";"), List.of("int x = 1;"));
        assertThat(Span.of(statement, Code.of("{ int  x = 1; f(); int  x = 1; }")))
                .containsExactly(new Span(2, 13), new Span(19, 30));

        Trigger name = new Identifier(Abstraction.NONE, List.of("zz"), List.of("zz"));
        assertThat(Span.of(name, Code.of("f(zzz, zz)"))).containsExactly(new Span(7, 9));
    }
}
