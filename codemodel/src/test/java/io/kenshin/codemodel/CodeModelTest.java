package io.kenshin.codemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.kenshin.codemodel.graph.CodeModelException;
import io.kenshin.codemodel.graph.LayerFinder;
import io.kenshin.codemodel.graph.OnnxFile;
import io.kenshin.codemodel.graph.TransformerLayers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeModelTest {
    private static final Path MINILM = Path.of(System.getProperty("kenshin.root"), "corpus/target/minilm");
    private static final List<String> CODES = List.of(
            "int a() { return 1; }",
            "void close() throws IOException { if (in != null) { in.close(); } }",
            "String name() { return name; }",
            "boolean isEmpty() { for (int i = 0; i < n; i++) { if (a[i] != null) { return false; } } return true; }",
            "long now() { return clock.millis(); }");

    @Test
    void layersOfARealTransformerAreFoundWithoutTheirNames() {
        TransformerLayers layers =
                LayerFinder.find(OnnxFile.read(MINILM.resolve("model.onnx")).getGraph());

        assertThat(layers.layers()).isEqualTo(6);
        assertThat(layers.hidden()).isEqualTo(384);
        assertThat(layers.last()).isEqualTo("last_hidden_state");
    }

    @Test
    void pooledVectorsAreWhatPoolingTheHiddenStatesByHandGives() {
        // Given
        ModelProto model = OnnxFile.read(MINILM.resolve("model.onnx"));
        TransformerLayers layers = LayerFinder.find(model.getGraph());

        // When
        List<Embedding> embeddings;
        try (CodeModel loaded = CodeModel.open(MINILM, Device.CPU, 2)) {
            embeddings = loaded.embed(CODES);
        }

        // Then
        try (CodeTokenizer tokenizer = new CodeTokenizer(MINILM.resolve("tokenizer.json"), 256)) {
            for (int layer : new int[] {0, 3, 6}) {
                try (HiddenStates states =
                        new HiddenStates(model, layers.tensors().get(layer))) {
                    for (int sample = 0; sample < CODES.size(); sample++) {
                        long[] ids = tokenizer.encode(CODES.get(sample));
                        float[] hidden = states.run(ids);
                        float[] vectors = embeddings.get(sample).vectors();
                        for (int d = 0; d < 384; d += 37) {
                            double mean = 0;
                            for (int token = 0; token < ids.length; token++) {
                                mean += hidden[token * 384 + d] / ids.length;
                            }
                            assertThat(vectors[layer * 2 * 384 + d]).isCloseTo(hidden[d], within(1e-4f));
                            assertThat((double) vectors[(layer * 2 + 1) * 384 + d])
                                    .isCloseTo(mean, within(1e-4));
                        }
                    }
                }
            }
        }
    }

    @Test
    void aModelWithoutAHeadSaysSoWhenAskedToPredict() {
        try (CodeModel loaded = CodeModel.open(MINILM, Device.CPU, 1)) {
            assertThatThrownBy(() -> loaded.logits(CODES))
                    .isInstanceOf(CodeModelException.class)
                    .hasMessageContaining("logits");
        }
    }

    @Test
    void longCodeIsTruncatedAndEmptyCodeStillHasSpecialTokens() {
        try (CodeModel loaded = CodeModel.open(MINILM, Device.CPU, 1)) {
            List<Embedding> embeddings = loaded.embed(List.of("x ".repeat(5_000), ""));

            // Published figures were measured at that limit, which is said in the model's configuration.
            assertThat(embeddings.get(0).tokens()).isEqualTo(256);
            assertThat(embeddings.get(0).unread()).isEqualTo(5_000 - 254);
            assertThat(embeddings.get(1).tokens()).isEqualTo(2);
            assertThat(embeddings.get(1).unread()).isZero();
        }
    }

    @Test
    void aDirectoryWithoutModelIsRefusedByName(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("config.json"), "{}");
        Files.writeString(directory.resolve("tokenizer.json"), "{}");

        assertThatThrownBy(() -> ModelDescriptor.read(directory))
                .isInstanceOf(CodeModelException.class)
                .hasMessageContaining("model.onnx");
    }

    @Test
    void aTruncatedFileIsRefused(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("model.onnx");
        try (var in = Files.newInputStream(MINILM.resolve("model.onnx"))) {
            Files.write(file, in.readNBytes(1 << 20));
        }

        assertThatThrownBy(() -> OnnxFile.read(file))
                .isInstanceOf(CodeModelException.class)
                .hasMessageContaining("truncated");
    }

    @Test
    void somethingElseIsRefused(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("model.onnx"), "this is not a model");

        assertThatThrownBy(() -> OnnxFile.read(file)).isInstanceOf(CodeModelException.class);
    }

    @Test
    void cudaDemandedAndAbsentIsAnError() {
        if (!CodeModel.cudaAvailable()) {
            assertThatThrownBy(() -> CodeModel.open(MINILM, Device.CUDA, 1))
                    .isInstanceOf(CodeModelException.class)
                    .hasMessageContaining("cuda");
        }
    }
}
