package io.kenshin.scan.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.trigger.TriggerPattern;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void aSpanIsWhereTheTriggerStandsAndANameIsAWholeWord() {
        TriggerPattern statement =
                TriggerPattern.of("span", "none", List.of("int", "x", "=", "1", ";"), List.of("int x = 1;"));
        assertThat(Span.of(statement, "{ int  x = 1; f(); int  x = 1; }"))
                .containsExactly(new Span(2, 13), new Span(19, 30));

        TriggerPattern name = TriggerPattern.of("identifier", "none", List.of("zz"), List.of("zz"));
        assertThat(Span.of(name, "f(zzz, zz)")).containsExactly(new Span(7, 9));
    }
}
