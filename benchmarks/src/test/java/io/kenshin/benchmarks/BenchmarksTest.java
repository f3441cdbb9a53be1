package io.kenshin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchmarksTest {
    private final CommandLine line = Benchmarks.commandLine();

    @Test
    void eachBenchmarkSaysWhatItTakes() {
        assertThat(line.getSubcommands())
                .containsOnlyKeys(
                        "detection",
                        "healing",
                        "golden",
                        "throughput",
                        "analysis",
                        "embedding",
                        "faults",
                        "ingest",
                        "labels",
                        "million",
                        "scale",
                        "screen",
                        "soak",
                        "upgrade",
                        "watch");
        line.getSubcommands().forEach((name, benchmark) -> {
            assertThat(benchmark.getUsageMessage()).startsWith("Usage: kenshin benchmark " + name + " ");
            assertThat(line.getUsageMessage()).contains("  " + name);
        });
    }

    @Test
    void whatTrainsModelsKeepsThemWhereItIsTold() {
        for (String name : new String[] {"detection", "healing", "golden"}) {
            assertThat(line.getSubcommands().get(name).getCommandSpec().optionsMap())
                    .as(name)
                    .containsKeys("--work", "--jobs");
        }
    }
}
