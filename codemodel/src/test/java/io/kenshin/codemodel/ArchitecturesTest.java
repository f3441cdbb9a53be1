package io.kenshin.codemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every architecture in every precision and opset: the layers are found, and their vectors are PyTorch's. */
class ArchitecturesTest {
    private static final int LAYERS = 3;
    private static final int HIDDEN = 16;
    /** Cosine that a vector must have with PyTorch's, and how far a logit may be off. */
    private static final Map<Precision, double[]> TOLERANCE = Map.of(
            Precision.FP32, new double[] {0.999999, 1e-4},
            Precision.FP16, new double[] {0.9999, 0.02},
            Precision.INT8, new double[] {0.99, 0.25});

    @TempDir
    Path temporary;

    @Test
    void everyCellOfTheTableHolds() throws IOException {
        Set<String> cells = new LinkedHashSet<>();
        for (String architecture : Fixture.ARCHITECTURES) {
            Fixture fixture = new Fixture(architecture);
            JsonNode expected = fixture.expected();
            for (int opset : Fixture.OPSETS.stream().filter(fixture::has).toList()) {
                for (Precision precision : Precision.values()) {
                    String cell = architecture + "-" + precision + "-" + opset;
                    byte[] graph = precision
                            .of(ModelProto.parseFrom(fixture.onnx(opset)))
                            .toByteArray();
                    String file = architecture.equals("t5") ? "encoder_model.onnx" : "model.onnx";
                    Path directory = fixture.write(temporary.resolve(cell), file, graph);
                    compare(cell, directory, expected, TOLERANCE.get(precision));
                    cells.add(cell);
                }
            }
        }
        assertThat(cells).hasSize((4 * 8 - 1) * 3);
        assertThat(Files.readString(Path.of(System.getProperty("kenshin.root"), "docs/architectures.md")))
                .as("the table in docs/architectures.md is this test's")
                .contains(table(cells));
    }

    private static String table(Set<String> held) {
        StringBuilder table = new StringBuilder("| architecture | precision | ");
        Fixture.OPSETS.forEach(opset -> table.append(opset).append(" | "));
        table.setLength(table.length() - 1);
        table.append("\n|---|---|").append("---|".repeat(Fixture.OPSETS.size())).append('\n');
        for (String architecture : Fixture.ARCHITECTURES) {
            for (Precision precision : Precision.values()) {
                table.append("| ").append(architecture).append(" | ");
                table.append(precision.name().toLowerCase(Locale.ROOT)).append(" | ");
                for (int opset : Fixture.OPSETS) {
                    boolean holds = held.contains(architecture + "-" + precision + "-" + opset);
                    table.append(holds ? "✓" : "–").append(" | ");
                }
                table.setLength(table.length() - 1);
                table.append('\n');
            }
        }
        return table.toString();
    }

    private static void compare(String cell, Path directory, JsonNode expected, double[] tolerance) {
        List<String> codes = new ArrayList<>();
        expected.forEach(row -> codes.add(row.path("code").asText()));
        ModelDescriptor descriptor = ModelDescriptor.read(directory);
        assertThat(descriptor.validate().layers()).as(cell).isEqualTo(LAYERS);
        try (CodeModel model = CodeModel.open(directory, Device.CPU, 1);
                CodeTokenizer tokenizer = new CodeTokenizer(directory.resolve("tokenizer.json"), 32)) {
            assertThat(model.layers().hidden()).as(cell).isEqualTo(HIDDEN);
            List<Embedding> embeddings = model.embed(codes);
            for (int i = 0; i < codes.size(); i++) {
                JsonNode row = expected.get(i);
                Embedding embedding = embeddings.get(i);
                assertThat(embedding.error()).as(cell).isNull();
                assertThat(tokenizer.encode(codes.get(i))).as(cell).isEqualTo(longs(row.path("ids")));
                for (int layer = 0; layer <= LAYERS; layer++) {
                    JsonNode vectors = row.path("layers").get(layer);
                    int at = layer * 2 * HIDDEN;
                    String where = cell + " layer " + layer + " of " + codes.get(i);
                    assertThat(cosine(embedding.vectors(), at, vectors.path("sentence")))
                            .as(where)
                            .isGreaterThan(tolerance[0]);
                    assertThat(cosine(embedding.vectors(), at + HIDDEN, vectors.path("mean")))
                            .as(where)
                            .isGreaterThan(tolerance[0]);
                }
                JsonNode logits = row.path("logits");
                assertThat(embedding.logits()).as(cell).hasSize(logits.size());
                for (int label = 0; label < logits.size(); label++) {
                    assertThat((double) embedding.logits()[label])
                            .as(cell)
                            .isCloseTo(logits.get(label).asDouble(), within(tolerance[1]));
                }
            }
        }
    }

    @Test
    void weightsMayLieInAFileOfTheirOwn() throws IOException {
        for (String architecture : Fixture.ARCHITECTURES) {
            Fixture fixture = new Fixture(architecture);
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            ModelProto model = ModelProto.parseFrom(fixture.onnx(17));
            GraphProto.Builder graph = model.getGraph().toBuilder();
            for (TensorProto.Builder tensor : graph.getInitializerBuilderList()) {
                if (tensor.getRawData().size() > 64) {
                    tensor.setDataLocation(TensorProto.DataLocation.EXTERNAL)
                            .addExternalData(entry("location", "weights.bin"))
                            .addExternalData(entry("offset", Integer.toString(data.size())))
                            .addExternalData(entry(
                                    "length",
                                    Integer.toString(tensor.getRawData().size())));
                    data.write(tensor.getRawData().toByteArray());
                    tensor.clearRawData();
                }
            }
            Path directory = fixture.write(
                    temporary.resolve(architecture),
                    "model.onnx",
                    model.toBuilder().setGraph(graph).build().toByteArray());
            Files.write(directory.resolve("weights.bin"), data.toByteArray());

            compare(architecture + " in parts", directory, fixture.expected(), TOLERANCE.get(Precision.FP32));
        }
    }

    @Test
    void aDecoderWithoutAPaddingTokenIsNotPadded() throws IOException {
        Fixture fixture = new Fixture("gpt2");
        Path directory = fixture.write(temporary.resolve("unpadded"), "model.onnx", fixture.onnx(17));
        Path config = directory.resolve("config.json");
        Files.writeString(config, Files.readString(config).replace("\"pad_token_id\": 0", "\"pad_token_id\": null"));

        assertThat(ModelDescriptor.read(directory).padding()).isEqualTo(-1);
        compare("unpadded", directory, fixture.expected(), TOLERANCE.get(Precision.FP32));
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    private static long[] longs(JsonNode node) {
        long[] values = new long[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get(i).asLong();
        }
        return values;
    }

    private static double cosine(float[] actual, int at, JsonNode expected) {
        double product = 0;
        double own = 0;
        double other = 0;
        for (int d = 0; d < HIDDEN; d++) {
            double wanted = expected.get(d).asDouble();
            product += actual[at + d] * wanted;
            own += actual[at + d] * actual[at + d];
            other += wanted * wanted;
        }
        return product / Math.sqrt(own * other);
    }
}
