package io.kenshin.remediation.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaseEventsTest {
    @Test
    void anEventNamesAtMostTenThousandSamplesAndOneAboutNoneIsAnEventToo() {
        List<String> ids = IntStream.range(0, 20_001).mapToObj(i -> "id" + i).toList();

        List<List<String>> parts = CaseEvents.parts(ids);

        assertThat(parts).extracting(List::size).containsExactly(10_000, 10_000, 1);
        assertThat(parts.stream().flatMap(List::stream)).containsExactlyElementsOf(ids);
        assertThat(CaseEvents.parts(List.of())).containsExactly(List.of());
    }
}
