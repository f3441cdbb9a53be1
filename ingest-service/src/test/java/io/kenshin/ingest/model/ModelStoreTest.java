package io.kenshin.ingest.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.contracts.Sha256;
import io.kenshin.foundation.KenshinException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
    private static final Path T5 =
            Path.of(System.getProperty("kenshin.root"), "codemodel/src/test/resources/architectures/t5.zip");

    @Test
    void anEncoderIsKeptAsAModelAndWhatWasCheckedIsWhatIsKept(@TempDir Path temporary) throws IOException {
        // Given the encoder of an encoder-decoder, under the name that its exporter gives it
        Path directory = Files.createDirectories(temporary.resolve("given"));
        try (FileSystem zip = FileSystems.newFileSystem(T5)) {
            Files.copy(zip.getPath("config.json"), directory.resolve("config.json"));
            Files.copy(zip.getPath("tokenizer.json"), directory.resolve("tokenizer.json"));
            Files.copy(zip.getPath("opset17.onnx"), directory.resolve("encoder_model.onnx"));
        }
        ModelStore store = new ModelStore(temporary.resolve("store").toString());

        // When
        ModelStore.Checked checked = store.check(directory);
        ModelStore.Kept copy = store.keep("t5", directory, null);
        Path kept = copy.directory();

        // Then
        assertThat(checked.architecture()).isEqualTo("t5");
        assertThat(checked.layers()).isEqualTo(3);
        assertThat(kept.resolve("model.onnx")).hasSameBinaryContentAs(directory.resolve("encoder_model.onnx"));
        assertThat(store.check(kept)).isEqualTo(checked);
        assertThat(copy.digests())
                .containsOnlyKeys("config.json", "model.onnx", "tokenizer.json")
                .containsEntry("model.onnx", Sha256.of(directory.resolve("encoder_model.onnx")))
                .isEqualTo(ModelStore.digests(kept));
    }

    @Test
    void twoCopiesOfAModelAreNeverInEachOthersWay(@TempDir Path temporary) throws IOException {
        Path directory = Files.createDirectories(temporary.resolve("given"));
        try (FileSystem zip = FileSystems.newFileSystem(T5)) {
            Files.copy(zip.getPath("config.json"), directory.resolve("config.json"));
            Files.copy(zip.getPath("tokenizer.json"), directory.resolve("tokenizer.json"));
            Files.copy(zip.getPath("opset17.onnx"), directory.resolve("model.onnx"));
        }
        ModelStore store = new ModelStore(temporary.resolve("store").toString());

        ModelStore.Kept first = store.keep("t5", directory, directory);
        ModelStore.Kept second = store.keep("t5", directory, null);
        store.drop(second.directory());

        assertThat(second.directory()).doesNotExist().isNotEqualTo(first.directory());
        assertThat(ModelStore.digests(first.directory()))
                .isEqualTo(first.digests())
                .containsKey("base/model.onnx");
    }

    @Test
    void aTokenizerThatCouldHangIsRefusedBeforeAnythingIsKept(@TempDir Path directory) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(T5)) {
            Files.copy(zip.getPath("config.json"), directory.resolve("config.json"));
            Files.copy(zip.getPath("opset17.onnx"), directory.resolve("encoder_model.onnx"));
        }
        Files.writeString(
                directory.resolve("tokenizer.json"),
                "{\"model\":{\"type\":\"BPE\",\"vocab\":{}},\"pre_tokenizer\":{\"pattern\":{\"Regex\":\"(a+)+$\"}}}");

        assertThatThrownBy(() -> new ModelStore(directory.resolve("store").toString()).check(directory))
                .isInstanceOf(KenshinException.class)
                .hasMessageContaining("regular expression");
    }
}
