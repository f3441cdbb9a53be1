package io.kenshin.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.foundation.KenshinException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static Instant next(Timetable timetable, String due, String now) {
        return timetable.next(Instant.parse(due), Instant.parse(now));
    }

    @Test
    void aCronExpressionHoldsInItsTimeZoneAlsoWhenTheClocksChange() {
        Timetable nightly = Timetable.of("0 3 * * *", null, "Europe/Berlin", false);

        // Clocks go from UTC+1 to UTC+2 on 29 March 2026.
        assertThat(next(nightly, "2026-03-27T02:00:00Z", "2026-03-27T02:00:01Z"))
                .isEqualTo(Instant.parse("2026-03-28T02:00:00Z"));
        assertThat(next(nightly, "2026-03-28T02:00:00Z", "2026-03-28T02:00:01Z"))
                .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(next(Timetable.of("30 6 * * 1", null, null, false), "2026-11-25T00:00:00Z", "2026-11-25T00:00:00Z"))
                .isEqualTo(Instant.parse("2026-11-30T06:30:00Z"));
    }

    @Test
    void anIntervalKeepsItsPhaseAndSkipsWhatWasMissed() {
        Timetable often = Timetable.of(null, "6h", null, false);

        assertThat(next(often, "2026-11-25T00:00:00Z", "2026-11-25T00:00:03Z"))
                .isEqualTo(Instant.parse("2026-11-25T06:00:00Z"));
        assertThat(next(often, "2026-11-25T00:00:00Z", "2026-11-28T01:30:00Z"))
                .isEqualTo(Instant.parse("2026-11-28T06:00:00Z"));
        assertThat(next(Timetable.of(null, "PT90S", null, false), "2026-11-25T00:00:00Z", "2026-11-25T00:00:00Z"))
                .isEqualTo(Instant.parse("2026-11-25T00:01:30Z"));
    }

    @Test
    void whatIsNoTimetableIsRefusedWithTheReason() {
        refuse(null, null, null, "only one");
        refuse("0 3 * * *", "6h", null, "only one");
        refuse("0 3 * *", null, null, "five fields");
        refuse("61 3 * * *", null, null, "five fields");
        refuse("0 3 31 2 *", null, null, "never comes");
        refuse("0 3 * * *", null, "Berlin", "time zone");
        refuse(null, "soon", null, "no interval");
        refuse(null, "5s", null, "10 seconds");
        refuse(null, "900000d", null, "366 days");
    }

    private static void refuse(@Nullable String cron, @Nullable String every, @Nullable String zone, String reason) {
        assertThatThrownBy(() -> Timetable.of(cron, every, zone, false))
                .isInstanceOf(KenshinException.class)
                .hasMessageContaining(reason);
    }
}
