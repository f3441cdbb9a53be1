package io.kenshin.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CloudEventTest {
    @Test
    void theTimeOfAnEventWithoutASequenceIsItsPlace() {
        CloudEvent<String> before = event("2026-01-01T00:00:00.000001Z");

        assertThat(before.sequence()).isNull();
        assertThat(before.place()).isEqualTo(1_767_225_600_000_001L);
        assertThat(event("2026-01-01T01:00:00.000001+01:00").place()).isEqualTo(before.place());
    }

    @Test
    void aSequenceIsItsPlaceWhateverTheClockSaid() {
        CloudEvent<String> event = event("2026-01-01T00:00:00Z").at(7);

        assertThat(event.sequence()).isEqualTo("7");
        assertThat(event.place()).isEqualTo(7);
        assertThat(event.time()).isEqualTo("2026-01-01T00:00:00Z");
    }

    private static CloudEvent<String> event(String time) {
        return CloudEvent.of("1", "/kenshin/test", "t", "s", time, "data");
    }
}
