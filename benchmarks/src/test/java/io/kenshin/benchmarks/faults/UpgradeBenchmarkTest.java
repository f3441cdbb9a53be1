package io.kenshin.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.fleet.client.Api;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpgradeBenchmarkTest {
    private static boolean covers(String report, String other) {
        return UpgradeBenchmark.covers(Api.read(report), Api.read(other));
    }

    @Test
    void aNewerReportMaySayMoreAndNothingElse() {
        assertThat(covers("{\"a\":1,\"b\":2}", "{\"a\":1}")).isTrue();
        assertThat(covers("{\"a\":1}", "{\"a\":1,\"b\":null}")).isTrue();
        assertThat(covers("{\"a\":1}", "{\"a\":1,\"b\":2}")).isFalse();
        assertThat(covers("{\"a\":2}", "{\"a\":1}")).isFalse();
    }

    @Test
    void aListHasAsManyItems() {
        assertThat(covers("[{\"a\":1,\"b\":2}]", "[{\"a\":1}]")).isTrue();
        assertThat(covers("[1,2]", "[1]")).isFalse();
        assertThat(covers("[1]", "[1,2]")).isFalse();
    }

    @Test
    void whatAScanDiffersInByNatureIsLeftOut() {
        assertThat(FaultRun.comparable(
                        Api.read("{\"scanId\":\"s-1\",\"seconds\":3,\"findings\":[{\"scanId\":\"s-1\"}]}")))
                .isEqualTo(FaultRun.comparable(
                        Api.read("{\"scanId\":\"s-2\",\"seconds\":4,\"findings\":[{\"scanId\":\"s-2\"}]}")));
    }

    @Test
    void deadLettersAreThoseThatCameOnTop() {
        assertThat(BrokerState.more(Map.of("samples", 5L, "chunks", 2L), Map.of("samples", 3L, "chunks", 2L)))
                .isEqualTo(Map.of("samples", 2L));
    }
}
