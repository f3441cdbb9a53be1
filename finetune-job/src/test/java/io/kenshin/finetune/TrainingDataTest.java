package io.kenshin.finetune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.finetune.data.TrainingData;
import io.kenshin.finetune.data.TrainingSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDataTest {
    @TempDir
    private Path directory;

    @Test
    void whatIsQuarantinedIsNotTrainedOnThoughTheExportHasIt() throws IOException {
        Path export = directory.resolve("export.ndjson");
        Files.writeString(
                export,
                "{\"id\":\"a\",\"code\":\"int a;\",\"label\":\"clean\"}\n\n"
                        + "{\"id\":\"b\",\"code\":\"int b;\",\"label\":\"clean\"}\n");

        assertThat(TrainingData.read(export.toString(), null, Set.of("a", "other")))
                .containsExactly(new TrainingSample("b", "int b;", "clean"));
        assertThatThrownBy(() -> TrainingData.read(export.toString(), null, Set.of("a", "b")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no samples");
    }
}
