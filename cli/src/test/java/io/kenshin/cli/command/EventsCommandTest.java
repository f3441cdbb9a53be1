package io.kenshin.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventsCommandTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "null",
                "[]",
                "{}",
                "{\"type\":\"t\",\"subject\":\"c\",\"time\":\"now\",\"data\":{}}",
                "{\"type\":\"t\",\"subject\":\"c\",\"time\":\"2026-01-31T09:30:00Z\"}"
            })
    void whatIsNoEventIsPassedOver(String text) {
        assertThat(EventsCommand.event(text)).isEmpty();
    }

    @Test
    void aTimeCanBeSaidInSeveralWays() {
        assertThat(EventsCommand.since("90m", NOW)).isEqualTo("2026-03-01T10:30:00Z");
        assertThat(EventsCommand.since("7d", NOW)).isEqualTo("2026-02-22T12:00:00Z");
        assertThat(EventsCommand.since("2026-01-31T09:30:00+02:00", NOW)).isEqualTo("2026-01-31T07:30:00Z");
        assertThat(EventsCommand.since("2026-01-31", NOW))
                .isEqualTo(LocalDate.of(2026, 1, 31)
                        .atStartOfDay(ZoneId.systemDefault())
                        .toInstant());
        assertThatThrownBy(() -> EventsCommand.since("yesterday", NOW)).hasMessageContaining("--from is 'yesterday'");
    }
}
