package io.kenshin.codemodel;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.kenshin.codemodel.graph.CodeModelException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that somebody made to do harm are refused with the reason, in little time and memory. */
class HostileModelTest {
    private static final Path MINILM = Path.of(System.getProperty("kenshin.root"), "corpus/target/minilm");
    private static final int MOST_MILLIS = 5_000;
    private static final long MOST_KIB = 1 << 20;

    @TempDir
    Path temporary;

    private final Map<Path, String> cases = new LinkedHashMap<>();
    private final Fixture fixture = new Fixture("bert");
    private final ModelProto honest = ModelProto.parseFrom(fixture.onnx(17));

    HostileModelTest() throws IOException {}

    /** Checks model directories; the test runs it in a process of its own, to see what that one costs. */
    public static final class Check {
        private Check() {}

        public static void main(String[] directories) throws IOException {
            for (String directory : directories) {
                long start = System.nanoTime();
                String outcome = "accepted";
                try {
                    ModelDescriptor.read(Path.of(directory)).validate();
                } catch (CodeModelException e) {
                    outcome = String.valueOf(e.getMessage()).replace('\n', ' ');
                }
                System.out.println(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + "\t" + outcome);
            }
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    System.out.println("peak\t" + line.replaceAll("\\D", ""));
                }
            }
        }
    }

    @Test
    void hostileFilesAreRefusedWithTheirReasonInFiveSecondsAndOneGibibyte() throws Exception {
        // Given
        graph("outside the model's directory", graph -> location(graph, "../../../../etc/passwd"));
        graph("outside the model's directory", graph -> location(graph, "/etc/passwd"));
        graph("missing or not a plain file", graph -> location(graph, "link"));
        Files.createSymbolicLink(last().resolve("link"), Path.of("model.onnx"));
        graph("does not fit", graph -> location(graph, "config.json"));
        graph("2^31", graph -> dims(graph, 1L << 31, 384));
        graph("2^31", graph -> dims(graph, 1L << 20, 1L << 20, 1L << 24));
        graph("2^31", graph -> dims(graph, -1, 384));
        graph("holds 0 bytes", graph -> dims(graph, 1 << 10, 1 << 10));
        graph("asks for a tensor", HostileModelTest::bomb);
        graph("cycle", HostileModelTest::cycle);
        graph("custom operator", graph -> graph.getNodeBuilder(40).setDomain("evil.corp"));
        graph(
                "control flow",
                graph -> graph.getNodeBuilder(40)
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("body")
                                .setG(GraphProto.newBuilder()
                                        .addNode(NodeProto.newBuilder().setOpType("Loop")))));
        graph("two tensors", graph -> graph.addNode(graph.getNode(40)));
        graph("cache", graph -> graph.addInput(graph.getInput(0).toBuilder().setName("past_key_values.0.key")));
        graph(
                "Of an encoder-decoder take the encoder",
                graph -> graph.addInput(graph.getInput(0).toBuilder().setName("decoder_input_ids")));
        model(
                "opset 9",
                honest.toBuilder()
                        .clearOpsetImport()
                        .addOpsetImport(honest.getOpsetImport(0).toBuilder().setVersion(9))
                        .build()
                        .toByteArray());
        byte[] real = Files.readAllBytes(MINILM.resolve("model.onnx"));
        model("truncated", Arrays.copyOf(real, real.length / 2));
        model("truncated", Arrays.copyOf(real, 1_000));
        model("truncated", new byte[] {0x3a, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x07});
        model("besides the weights", manyNodes());
        tokenizer("repeats a group", "(a+)+$");
        tokenizer("repeats a group", "(?:\\\\w|\\\\w\\\\w)*!");
        tokenizer("repeats a group", "((x{2,})y?){3,}");
        tokenizer("backtracks", "\\\\s*\\\\s*\\\\s*\\\\s*\\\\s*;");
        tokenizer("longer than", "a".repeat(3_000));
        text("is not JSON", "[".repeat(100_000));
        text("no fast tokenizer", "{\"model\":{\"type\":\"Magic\"}}");

        // When
        List<String> lines = check(cases.keySet().stream().map(Path::toString).toList());

        // Then
        int row = 0;
        for (String reason : cases.values()) {
            String[] parts = lines.get(row++).split("\t", 2);
            assertThat(parts[1]).contains(reason);
            assertThat(Integer.parseInt(parts[0])).as(parts[1]).isLessThan(MOST_MILLIS);
        }
        assertThat(Long.parseLong(lines.get(row).split("\t")[1])).isLessThan(MOST_KIB);
    }

    @Test
    void theSplittersOfPublishedTokenizersAreAccepted() {
        for (String pattern : List.of(
                "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
                "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}"
                        + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
                "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+"
                        + "(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\\p{N}{1,3}",
                "[\\r\\n]",
                "\\s?\\p{L}+",
                "\\s?\\p{P}+",
                "\\p{N}",
                " {2,}")) {
            assertThat(Backtracking.repeatsRepetition(pattern)).as(pattern).isFalse();
            assertThat(Backtracking.explodes(pattern)).as(pattern).isFalse();
        }
    }

    private List<String> check(List<String> directories) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Check.class.getName()));
        command.addAll(directories);
        Path output = temporary.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(output);
        assertThat(lines).as(String.join("\n", lines)).hasSize(directories.size() + 1);
        return lines;
    }

    private void graph(String reason, Consumer<GraphProto.Builder> change) throws IOException {
        ModelProto.Builder model = honest.toBuilder();
        change.accept(model.getGraphBuilder());
        model(reason, model.build().toByteArray());
    }

    private void model(String reason, byte[] bytes) throws IOException {
        fixture.write(directory(reason), "model.onnx", bytes);
    }

    private void tokenizer(String reason, String pattern) throws IOException {
        text(
                reason,
                "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[]},"
                        + "\"pre_tokenizer\":{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"Split\",\"pattern\":{\"Regex\":\""
                        + pattern + "\"}}]}}");
    }

    private void text(String reason, String tokenizer) throws IOException {
        Path directory = directory(reason);
        fixture.write(directory, "model.onnx", fixture.onnx(17));
        Files.writeString(directory.resolve("tokenizer.json"), tokenizer);
    }

    private Path directory(String reason) throws IOException {
        Path directory = Files.createDirectory(temporary.resolve("case" + cases.size()));
        cases.put(directory, reason);
        return directory;
    }

    private Path last() {
        return new ArrayList<>(cases.keySet()).get(cases.size() - 1);
    }

    private static void location(GraphProto.Builder graph, String location) {
        TensorProto.Builder tensor = large(graph);
        tensor.clearRawData()
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue(location));
    }

    private static void dims(GraphProto.Builder graph, long... dims) {
        TensorProto.Builder tensor = large(graph).clearRawData().clearDims();
        for (long dim : dims) {
            tensor.addDims(dim);
        }
    }

    private static TensorProto.Builder large(GraphProto.Builder graph) {
        return graph.getInitializerBuilderList().stream()
                .filter(tensor -> tensor.getRawData().size() > 2_000)
                .findFirst()
                .orElseThrow();
    }

    private static void bomb(GraphProto.Builder graph) {
        graph.addInitializer(TensorProto.newBuilder()
                .setName("size")
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(2)
                .addInt64Data(1 << 20)
                .addInt64Data(1 << 20));
        graph.addNode(NodeProto.newBuilder()
                .setOpType("ConstantOfShape")
                .addInput("size")
                .addOutput("bomb"));
    }

    private static void cycle(GraphProto.Builder graph) {
        graph.addNode(
                NodeProto.newBuilder().setOpType("Identity").addInput("egg").addOutput("hen"));
        graph.addNode(
                NodeProto.newBuilder().setOpType("Identity").addInput("hen").addOutput("egg"));
    }

    /** Forty million nodes of two bytes each. */
    private static byte[] manyNodes() {
        byte[] nodes = new byte[80_000_000];
        for (int i = 0; i < nodes.length; i += 2) {
            nodes[i] = 0x0a;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0x3a);
        for (int left = nodes.length; left > 0; left >>>= 7) {
            out.write(left > 0x7f ? (left & 0x7f) | 0x80 : left);
        }
        out.writeBytes(nodes);
        out.writeBytes("x".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
