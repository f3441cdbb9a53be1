package io.kenshin.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.Evidence;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.probe.ProbeReply;
import io.kenshin.contracts.probe.ProbeRequest;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.sample.DatasetDeleted;
import io.kenshin.contracts.sample.SampleId;
import io.kenshin.contracts.sample.SampleRecord;
import io.kenshin.contracts.scan.Chunk;
import io.kenshin.contracts.scan.ScanFailure;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.contracts.screen.ScreenReply;
import io.kenshin.contracts.screen.ScreenRequest;
import io.kenshin.contracts.training.TrainingProgress;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = SampleId.of("d", "int a;", "clean");
    private static final String NOW = "2026-01-01T00:00:00Z";

    static Stream<Arguments> records() {
        TriggerReport trigger = new TriggerReport(
                "t1",
                "x;",
                "x ;",
                "span",
                "none",
                List.of("x", ";"),
                List.of("x;"),
                "clean",
                1,
                0,
                1,
                0.5,
                0.9,
                0.01,
                3,
                true,
                null,
                true,
                0.55,
                1e-6);
        SampleFinding finding = new SampleFinding(
                "s",
                ID,
                null,
                "repo",
                "clean",
                Decision.QUARANTINE,
                0.9,
                List.of(
                        new Evidence("insertion", 1, "…", false),
                        new Evidence("surprise", 1, "…", null),
                        new Evidence("placement", 1, "…", null)),
                "t1");
        return Stream.of(
                Arguments.of("sample", new SampleRecord(ID, "d", null, "int a;", "clean", null, "train", "java")),
                Arguments.of(
                        "chunk",
                        new Chunk("s", 0, 1, "/m", List.of(new Chunk.Item(ID, null, null, "x", "clean", "java")))),
                Arguments.of("probe-request", new ProbeRequest("/m", List.of("x"))),
                Arguments.of("probe-reply", new ProbeReply(List.of(new float[] {1, 2}), null)),
                Arguments.of("training-progress", new TrainingProgress("j", 1, 3, 32, 100, 0.5, 0.75)),
                Arguments.of("sample-judged", event(SampleFinding.TYPE, finding)),
                Arguments.of(
                        "scan-planned",
                        event(ScanPlan.TYPE, new ScanPlan("s", "d", "m", 1, "/m", List.of("a"), 1, 2, false))),
                Arguments.of("dataset-deleted", event(DatasetDeleted.TYPE, new DatasetDeleted("d"))),
                Arguments.of("scan-failed", event(ScanFailure.TYPE, new ScanFailure("s", "why", "d", "m", 1, false))),
                Arguments.of(
                        "scan-completed",
                        event(
                                ScanSummary.TYPE,
                                new ScanSummary(
                                        "s",
                                        "d",
                                        "m",
                                        1,
                                        "/m",
                                        List.of("a"),
                                        Verdict.POISONED,
                                        "why",
                                        20,
                                        1,
                                        List.of(trigger),
                                        null,
                                        null))),
                Arguments.of("screen-request", new ScreenRequest("r", "m", "int a;", true)),
                Arguments.of(
                        "screen-reply",
                        new ScreenReply(
                                "r",
                                ScreenReply.BLOCK,
                                false,
                                "carries a trigger",
                                List.of(new ScreenReply.Hit("c", "t1", true)),
                                null)),
                Arguments.of(
                        "remediation",
                        event(
                                        RemediationEvents.MODEL_PROMOTED,
                                        new RemediationEvents.Data(
                                                "c", "s", "d", "m", 2, List.of(ID), "why", Map.of("x", 0.5), 3))
                                .at(1_800_000_000_000_000L)));
    }

    private static <T> CloudEvent<T> event(String type, T data) {
        return CloudEvent.of("1", "/kenshin/test", type, "s", NOW, data);
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordFitsItsSchema(String schema, Object value) throws IOException {
        JsonNode json = JSON.readTree(JSON.writeValueAsString(value));

        assertThat(schema(schema).validate(json)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordWithAStrangeFieldDoesNot(String schema, Object value) throws IOException {
        JsonNode json = JSON.readTree(JSON.writeValueAsString(value));
        ((com.fasterxml.jackson.databind.node.ObjectNode) json).put("stranger", 1);

        assertThat(schema(schema).validate(json)).isNotEmpty();
    }

    @Test
    void everyJsonTopicHasASchemaAndEverySchemaARecordHere() {
        Set<String> described = new HashSet<>();
        for (Topics.Topic topic : Topics.all()) {
            described.addAll(Schemas.of(topic.name()));
        }
        Set<String> tested = new HashSet<>();
        records().forEach(arguments -> tested.add((String) arguments.get()[0]));

        assertThat(tested).isEqualTo(described);
    }

    @Test
    void everyRemediationTypeIsInTheSchema() throws IOException {
        JsonNode types;
        try (InputStream in = SchemasTest.class.getResourceAsStream(Schemas.resource("remediation"))) {
            types = JSON.readTree(in).at("/properties/type/enum");
        }
        Set<String> listed = new HashSet<>();
        types.forEach(type -> listed.add(type.asText()));

        assertThat(listed).containsExactlyInAnyOrderElementsOf(RemediationEvents.ALL);
    }

    @Test
    void asyncApiNamesEveryTopicWithItsSchemas() throws IOException {
        JsonNode document;
        try (InputStream in = SchemasTest.class.getResourceAsStream("/asyncapi.yaml")) {
            document = new YAMLMapper().readTree(in);
        }
        for (Topics.Topic topic : Topics.all()) {
            if (topic.name().endsWith(Topics.DEAD_LETTER_SUFFIX)) {
                continue;
            }
            JsonNode channel = document.path("channels").path(topic.name());
            assertThat(channel.path("address").asText()).isEqualTo(topic.name());
            for (String schema : Schemas.of(topic.name())) {
                assertThat(channel.at("/messages/" + schema + "/payload/schema/$ref")
                                .asText())
                        .isEqualTo("schemas/" + schema + ".json");
            }
        }
    }

    static JsonSchema schema(String name) {
        InputStream in = SchemasTest.class.getResourceAsStream(Schemas.resource(name));
        assertThat(in).as("schema %s", name).isNotNull();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    }
}
