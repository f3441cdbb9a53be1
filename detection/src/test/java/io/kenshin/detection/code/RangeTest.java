package io.kenshin.detection.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RangeTest {
    private static final Range OUTER = new Range(2, 9);
    private static final Range INNER = new Range(4, 6);

    @Test
    void theSmallestStatementAroundATokenIsItsOwn() {
        assertThat(Range.around(List.of(OUTER, INNER), 5)).isEqualTo(INNER);
        assertThat(Range.around(List.of(INNER, OUTER), 5)).isEqualTo(INNER);
        assertThat(Range.around(List.of(INNER, OUTER), 7)).isEqualTo(OUTER);
    }

    @Test
    void aStatementBeginsWithItsFirstTokenAndEndsBeforeTheOneAfterItsLast() {
        assertThat(Range.around(List.of(INNER), 4)).isEqualTo(INNER);
        assertThat(Range.around(List.of(INNER), 6)).isEqualTo(new Range(6, 7));
        assertThat(Range.around(List.of(INNER), 3)).isEqualTo(new Range(3, 4));
        assertThat(OUTER.length()).isEqualTo(7);
    }
}
