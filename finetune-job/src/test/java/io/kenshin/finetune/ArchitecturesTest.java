package io.kenshin.finetune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnx.proto.OnnxMl.ModelProto;
import io.kenshin.codemodel.CodeModel;
import io.kenshin.codemodel.CodeTokenizer;
import io.kenshin.codemodel.Device;
import io.kenshin.codemodel.HiddenStates;
import io.kenshin.codemodel.ModelDescriptor;
import io.kenshin.codemodel.graph.OnnxFile;
import io.kenshin.finetune.data.TrainingSample;
import io.kenshin.finetune.network.SuffixNetwork;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The trainer on graphs of other architectures: what it computes is what ONNX Runtime computes, and it learns. */
class ArchitecturesTest {
    private static final Path FIXTURES =
            Path.of(System.getProperty("kenshin.root"), "codemodel/src/test/resources/architectures");
    private static final List<String> LABELS = List.of("clean", "defective");
    private static final List<String> CODES =
            List.of(" int a = b ;", " void close ( ) { if ( x = null ) { return ; } close ( ) ; }");

    private static final class Silent implements TrainingListener {
        @Override
        public void prepared(int done, int total) {}

        @Override
        public void progress(int epoch, int epochs, int seen, int total, double loss, double accuracy) {}

        @Override
        public void epoch(int epoch, int epochs, List<TrainingSample> samples, float[] losses, double accuracy) {}
    }

    @TempDir
    Path temporary;

    private Path model(String architecture, int opset) throws IOException {
        Path directory = Files.createDirectories(temporary.resolve(architecture + opset));
        try (FileSystem zip = FileSystems.newFileSystem(FIXTURES.resolve(architecture + ".zip"))) {
            Files.copy(zip.getPath("config.json"), directory.resolve("config.json"));
            Files.copy(zip.getPath("tokenizer.json"), directory.resolve("tokenizer.json"));
            Files.copy(zip.getPath("opset" + opset + ".onnx"), directory.resolve("model.onnx"));
        }
        return directory;
    }

    @ParameterizedTest
    @CsvSource({
        "bert,11",
        "bert,13",
        "bert,17",
        "bert,18",
        "roberta,11",
        "roberta,13",
        "roberta,17",
        "roberta,18",
        "t5,12",
        "t5,13",
        "t5,17",
        "t5,18"
    })
    void theInterpretedLayersGiveWhatOnnxRuntimeGives(String architecture, int opset) throws IOException {
        // Given
        Path directory = model(architecture, opset);
        ModelDescriptor descriptor = ModelDescriptor.read(directory);
        ModelProto base = OnnxFile.read(descriptor.onnx());
        try (NDManager manager = NDManager.newBaseManager("PyTorch");
                SuffixNetwork network = new SuffixNetwork(base, 1, 2, descriptor.lastTokenStands(), 5, manager);
                HiddenStates states = new HiddenStates(base, network.cut());
                CodeTokenizer tokenizer = new CodeTokenizer(directory.resolve("tokenizer.json"), 32)) {
            OnnxFile.write(network.export(), directory.resolve("model.onnx"));
            List<long[]> ids = CODES.stream().map(tokenizer::encode).toList();
            int longest = ids.get(1).length;
            int[] lengths = {ids.get(0).length, longest};
            float[] hidden = new float[2 * longest * network.hidden()];
            for (int row = 0; row < 2; row++) {
                float[] own = states.run(ids.get(row));
                System.arraycopy(own, 0, hidden, row * longest * network.hidden(), own.length);
            }

            // When
            float[] actual = network.logits(
                            manager.create(hidden, new Shape(2, longest, network.hidden())), lengths, manager)
                    .toFloatArray();

            // Then
            assertThat(descriptor.validate().layers()).isEqualTo(3);
            try (CodeModel model = CodeModel.open(directory, Device.CPU, 1)) {
                float[][] expected = model.logits(CODES);
                for (int i = 0; i < 4; i++) {
                    assertThat(actual[i]).isCloseTo(expected[i / 2][i % 2], within(1e-4f));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"roberta", "t5"})
    void aModelLearnsATaskAndItsFileKnowsIt(String architecture) throws IOException {
        // Given samples whose label hangs on one token
        List<TrainingSample> samples = new ArrayList<>();
        String[] words = {"int", "long", "name", "value", "count", "get", "set", "x", "y", "a", "b", "i"};
        java.util.Random random = new java.util.Random(4);
        for (int i = 0; i < 96; i++) {
            StringBuilder code = new StringBuilder();
            for (int word = 0; word < 8; word++) {
                code.append(' ').append(words[random.nextInt(words.length)]);
            }
            samples.add(new TrainingSample("s" + i, code + (i % 2 == 0 ? " true ;" : " null ;"), LABELS.get(i % 2)));
        }
        Path directory = model(architecture, 17);

        // When
        new Trainer(new TrainingRecipe(10, 16, 1e-2, 2e-2, 2, 3), 1, new Silent())
                .train(directory, samples, LABELS, directory.resolve("trained.onnx"));

        // Then
        Files.move(
                directory.resolve("trained.onnx"),
                directory.resolve("model.onnx"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (CodeModel model = CodeModel.open(directory, Device.CPU, 1)) {
            float[][] logits =
                    model.logits(samples.stream().map(TrainingSample::code).toList());
            int right = 0;
            for (int i = 0; i < logits.length; i++) {
                right += (logits[i][1] > logits[i][0]) == (i % 2 == 1) ? 1 : 0;
            }
            assertThat(right).isGreaterThanOrEqualTo(90);
        }
    }

    @Test
    void whatCannotBeTrainedIsSaidByName() throws IOException {
        Path directory = model("gpt2", 17);

        assertThatThrownBy(() -> new Trainer(new TrainingRecipe(1, 2, 1e-3, 1e-2, 1, 3), 1, new Silent())
                        .train(
                                directory,
                                List.of(new TrainingSample("s", CODES.get(0), "clean")),
                                LABELS,
                                directory.resolve("trained.onnx")))
                .hasMessageContaining("Slice")
                .hasMessageContaining("trainer of your own");
    }
}
