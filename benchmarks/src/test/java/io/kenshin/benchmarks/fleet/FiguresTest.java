package io.kenshin.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.fleet.client.Api;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
    @Test
    void theMedianOfTheTurnsCountsAndIsComparedWithTheReferences(@TempDir Path directory) throws IOException {
        Figures figures = new Figures();
        figures.add("bare", "s", 4, 2, 100);
        figures.add("ours", "s", new double[] {6, 7, 8}, "bare");
        figures.write("a test", directory.resolve("report.json"));

        JsonNode rows =
                Api.JSON.readTree(directory.resolve("report.json").toFile()).path("rows");
        assertThat(rows.at("/0/value").asDouble()).isEqualTo(4);
        assertThat(rows.at("/0/ratio").isNull()).isTrue();
        assertThat(rows.at("/1/value").asDouble()).isEqualTo(7);
        assertThat(rows.at("/1/ratio").asDouble()).isEqualTo(1.75);
        assertThat(rows.at("/1/runs").asInt()).isEqualTo(3);
    }

    @Test
    void aPercentileIsOneOfTheValues() {
        double[] values = {5, 1, 4, 2, 3};

        assertThat(Figures.percentile(values, 0)).isEqualTo(1);
        assertThat(Figures.percentile(values, 0.5)).isEqualTo(3);
        assertThat(Figures.percentile(values, 0.95)).isEqualTo(5);
        assertThat(values).containsExactly(5, 1, 4, 2, 3);
    }
}
