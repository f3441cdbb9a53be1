package io.kenshin.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.sample.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossesTest {
    @TempDir
    private Path model = Path.of("");

    private static List<Sample> samples(int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(new Sample("s" + i, "", 0, new float[0][], new float[0]));
        }
        return samples;
    }

    private void record(int samples, int epochs) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            for (int i = 0; i < samples; i++) {
                lines.append("{\"epoch\":" + epoch + ",\"id\":\"s" + i + "\",\"loss\":" + (i + 1.0) / epoch + "}\n");
            }
        }
        Files.writeString(model.resolve("losses.ndjson"), lines);
    }

    @Test
    void whatWasRecordedIsReadAndAFewMissingSamplesGetTheMean() throws IOException {
        record(19, 2);

        float[][] losses = Losses.of(model, samples(20));

        assertThat(losses).hasDimensions(2, 20);
        assertThat(losses[0][3]).isEqualTo(4f);
        assertThat(losses[1][3]).isEqualTo(2f);
        assertThat(losses[0][19]).isEqualTo(10f);
    }

    @Test
    void anotherDataSetsRecordADamagedOneAndNoneSayNothing() throws IOException {
        assertThat(Losses.of(model, samples(5))).isNull();
        record(10, 2);
        assertThat(Losses.of(model, samples(20))).isNull();
        Files.writeString(model.resolve("losses.ndjson"), "{\"epoch\": 1");
        assertThat(Losses.of(model, samples(5))).isNull();
    }
}
