package io.kenshin.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.contracts.vector.VectorCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Records as every released version has written them, under {@code records/VERSION/}. While a fleet is upgraded, old
 * and new services share the topics: what one has written, all must read.
 */
class EarlierRecordsTest {
    private static final Path RECORDS = Path.of("src/test/resources/records");
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static List<Path> records() throws IOException {
        try (Stream<Path> files = Files.walk(RECORDS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static String schema(Path file) {
        return file.getFileName().toString().replace(".json", "");
    }

    /** The type that a schema's records are read as. */
    private static JavaType type(String schema) {
        Object value = SchemasTest.records()
                .filter(arguments -> arguments.get()[0].equals(schema))
                .findFirst()
                .orElseThrow()
                .get()[1];
        return value instanceof CloudEvent<?> event
                ? JSON.getTypeFactory()
                        .constructParametricType(CloudEvent.class, event.data().getClass())
                : JSON.constructType(value.getClass());
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatAnEarlierVersionWroteFitsAndKeepsItsMeaning(Path file) throws IOException {
        JsonNode written = JSON.readTree(file.toFile());

        JsonNode read = JSON.valueToTree(JSON.treeToValue(written, type(schema(file))));

        assertThat(SchemasTest.schema(schema(file)).validate(written)).isEmpty();
        assertThat(lost(written, read, "")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatALaterVersionAddsIsPassedOver(Path file) throws IOException {
        ObjectNode later = (ObjectNode) JSON.readTree(file.toFile());
        later.put("later", 1);
        if (later.path("data") instanceof ObjectNode data) {
            data.putObject("later").put("more", true);
        }

        JsonNode read = JSON.valueToTree(JSON.treeToValue(later, type(schema(file))));

        assertThat(lost(JSON.readTree(file.toFile()), read, "")).isEmpty();
    }

    @Test
    void everySchemaHasARecordOfEveryVersion() throws IOException {
        List<String> schemas = SchemasTest.records()
                .map(arguments -> (String) arguments.get()[0])
                .toList();
        try (Stream<Path> versions = Files.list(RECORDS)) {
            for (Path version : versions.toList()) {
                List<String> there = records().stream()
                        .filter(file -> file.startsWith(version))
                        .map(EarlierRecordsTest::schema)
                        .toList();
                assertThat(there).as(version.toString()).isSubsetOf(schemas).isNotEmpty();
                assertThat(version.resolve("vectors.arrow")).exists();
            }
        }
        assertThat(records().stream().filter(file -> file.startsWith(RECORDS.resolve("0.1.0"))))
                .hasSameSizeAs(schemas);
    }

    @Test
    void vectorsOfAnEarlierVersionAreRead() throws IOException {
        VectorBatch batch = VectorCodec.decode(Files.readAllBytes(RECORDS.resolve("0.1.0/vectors.arrow")));

        assertThat(batch.scanId()).isEqualTo("s-1");
        assertThat(batch.rows()).hasSize(1);
        assertThat(batch.rows().get(0).label()).isEqualTo("clean");
        assertThat(batch.rows().get(0).language()).isNull();
        assertThat(batch.rows().get(0).vectors()).isDeepEqualTo(new float[][] {{0.5f, -1}, {2, 0.25f}});
        assertThat(batch.rows().get(0).logits()).containsExactly(0.125f, 3);
    }

    /** Paths of what was written and is not there any more, or not the same. */
    private static List<String> lost(JsonNode written, JsonNode read, String path) {
        List<String> lost = new ArrayList<>();
        if (written.isContainerNode() && written.getNodeType() == read.getNodeType()) {
            written.fields()
                    .forEachRemaining(field -> lost.addAll(
                            lost(field.getValue(), read.path(field.getKey()), path + "/" + field.getKey())));
            for (int i = 0; written.isArray() && i < written.size(); i++) {
                lost.addAll(lost(written.path(i), read.path(i), path + "/" + i));
            }
        } else if (written.isNumber() ? written.asDouble() != read.asDouble(Double.NaN) : !written.equals(read)) {
            lost.add(path);
        }
        return lost;
    }
}
