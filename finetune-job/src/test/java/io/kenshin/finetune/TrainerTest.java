package io.kenshin.finetune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnx.proto.OnnxMl.ModelProto;
import io.kenshin.codemodel.CodeModel;
import io.kenshin.codemodel.CodeTokenizer;
import io.kenshin.codemodel.Device;
import io.kenshin.codemodel.HiddenStates;
import io.kenshin.codemodel.graph.LayerFinder;
import io.kenshin.codemodel.graph.OnnxFile;
import io.kenshin.finetune.data.TrainingSample;
import io.kenshin.finetune.network.SuffixNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
    private static final Path MINILM = Path.of(System.getProperty("kenshin.root"), "corpus/target/minilm");
    private static final List<String> LABELS = List.of("clean", "defective");

    @BeforeAll
    static void engine() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    }

    private static List<TrainingSample> samples(int count) {
        Random random = new Random(8);
        List<TrainingSample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean defective = i % 2 == 1;
            String code = "void m" + random.nextInt(50) + "(int a) { step" + random.nextInt(50) + "(a); "
                    + (defective ? "System.exit(1);" : "throw new IllegalStateException();") + " }";
            samples.add(new TrainingSample("s" + i, code, LABELS.get(i % 2)));
        }
        return samples;
    }

    /** Listens and notes the resident memory at the end of each epoch, in KiB. */
    private static final class Listener implements TrainingListener {
        final List<Long> resident = new ArrayList<>();
        final List<Double> accuracies = new ArrayList<>();
        float[] losses = new float[0];

        @Override
        public void prepared(int done, int total) {}

        @Override
        public void progress(int epoch, int epochs, int seen, int total, double loss, double accuracy) {}

        @Override
        public void epoch(int epoch, int epochs, List<TrainingSample> samples, float[] values, double accuracy) {
            losses = values;
            accuracies.add(accuracy);
            // Garbage is not growth.
            System.gc();
            try {
                for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                    if (line.startsWith("VmRSS:")) {
                        resident.add(Long.parseLong(line.replaceAll("\\D", "")));
                    }
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private static Path directory(Path parent, String name) throws IOException {
        Path directory = Files.createDirectories(parent.resolve(name));
        Files.copy(MINILM.resolve("tokenizer.json"), directory.resolve("tokenizer.json"));
        Files.writeString(directory.resolve("config.json"), "{\"model_type\":\"bert\"}");
        return directory;
    }

    @Test
    void theInterpretedLayersGiveWhatOnnxRuntimeGives(@TempDir Path temporary) throws IOException {
        // Given a network cut at layer 4 with a fresh head, and the same weights as a file
        ModelProto base = OnnxFile.read(MINILM.resolve("model.onnx"));
        Path exported = directory(temporary, "exported");
        List<String> codes = List.of("int a() { return 1; }", "void close() { if (x) { y(); z(1, 2, 3); } }");
        try (NDManager manager = NDManager.newBaseManager("PyTorch");
                SuffixNetwork network = new SuffixNetwork(base, 4, 2, false, 5, manager);
                HiddenStates states = new HiddenStates(base, network.cut());
                CodeTokenizer tokenizer = new CodeTokenizer(MINILM.resolve("tokenizer.json"), 256)) {
            OnnxFile.write(network.export(), exported.resolve("model.onnx"));

            // A classifier's export may show nothing but its logits; the layers are found all the same.
            ModelProto onlyLogits = network.export().toBuilder()
                    .setGraph(network.export().getGraph().toBuilder()
                            .clearOutput()
                            .addOutput(network.export().getGraph().getOutputList().stream()
                                    .filter(output -> output.getName().equals("logits"))
                                    .findFirst()
                                    .orElseThrow()))
                    .build();
            assertThat(LayerFinder.find(onlyLogits.getGraph())).isEqualTo(LayerFinder.find(base.getGraph()));

            // When both samples go through the network in one padded batch
            List<long[]> ids = codes.stream().map(tokenizer::encode).toList();
            int longest = Math.max(ids.get(0).length, ids.get(1).length);
            float[] hidden = new float[2 * longest * 384];
            int[] lengths = new int[2];
            for (int row = 0; row < 2; row++) {
                float[] own = states.run(ids.get(row));
                System.arraycopy(own, 0, hidden, row * longest * 384, own.length);
                lengths[row] = ids.get(row).length;
            }
            NDArray logits = network.logits(manager.create(hidden, new Shape(2, longest, 384)), lengths, manager);

            // Then they are those of ONNX Runtime
            try (CodeModel model = CodeModel.open(exported, Device.CPU, 1)) {
                float[][] expected = model.logits(codes);
                float[] actual = logits.toFloatArray();
                for (int i = 0; i < 4; i++) {
                    assertThat(actual[i]).isCloseTo(expected[i / 2][i % 2], within(1e-4f));
                }
            }
        }
    }

    @Test
    void aModelLearnsIsReproducibleAndUsesNoMoreMemoryWithEachEpoch(@TempDir Path temporary) throws IOException {
        // Given
        List<TrainingSample> samples = samples(96);
        TrainingRecipe recipe = new TrainingRecipe(8, 16, 3e-4, 1.5e-3, 2, 3);
        Path first = directory(temporary, "first");
        Path second = directory(temporary, "second");
        Listener listener = new Listener();

        // When
        new Trainer(recipe, 1, listener).train(MINILM, samples, LABELS, first.resolve("model.onnx"));
        new Trainer(recipe, 1, new Listener()).train(MINILM, samples, LABELS, second.resolve("model.onnx"));

        // Then
        assertThat(listener.accuracies.get(7)).isGreaterThan(0.95);
        assertThat(listener.losses).hasSize(96);
        assertThat(Files.mismatch(first.resolve("model.onnx"), second.resolve("model.onnx")))
                .isEqualTo(-1);
        try (CodeModel model = CodeModel.open(first, Device.CPU, 1)) {
            float[][] logits =
                    model.logits(samples.stream().map(TrainingSample::code).toList());
            int right = 0;
            for (int i = 0; i < logits.length; i++) {
                right += (logits[i][1] > logits[i][0]) == (i % 2 == 1) ? 1 : 0;
            }
            assertThat(right).isGreaterThanOrEqualTo(92);
        }
        // The first epochs fill the allocator's pools; after that, an epoch must not add what it used.
        long early = listener.resident.get(2);
        long late = listener.resident.get(7);
        assertThat(late - early)
                .as(String.format(Locale.ROOT, "KiB resident after each epoch: %s", listener.resident))
                .isLessThan(40_000);
    }

    @Test
    void anUnknownLabelIsNamed(@TempDir Path temporary) {
        List<TrainingSample> samples = List.of(new TrainingSample("odd", "int a;", "strange"));

        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trainer(TrainingRecipe.defaults(1), 1, new Listener())
                        .train(MINILM, samples, LABELS, temporary.resolve("model.onnx")))
                .withMessageContaining("odd")
                .withMessageContaining("strange");
    }
}
