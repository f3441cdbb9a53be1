package io.kenshin.embedding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import io.kenshin.codemodel.CodeModel;
import io.kenshin.codemodel.Device;
import io.kenshin.codemodel.Embedding;
import io.kenshin.contracts.Topics;
import io.kenshin.contracts.probe.ProbeRequest;
import io.kenshin.contracts.sample.SampleId;
import io.kenshin.contracts.scan.Chunk;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.contracts.vector.VectorCodec;
import io.kenshin.foundation.Json;
import io.kenshin.testkit.Platform;
import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.Records;
import io.kenshin.testkit.SpoiltRecords;
import io.kenshin.testkit.TopicFuzzer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "quarkus.otel.sdk.disabled", value = "false"),
            @ResourceArg(name = "quarkus.otel.traces.exporter", value = "none")
        })
class EmbeddingIT {
    private static final Path MINILM = Path.of(System.getProperty("kenshin.root"), "corpus/target/minilm");
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final List<String> CODES = List.of("int a() { return 1; }", "void b(int x) { c(x); d(x + 1); }");

    private static void send(String scan, String directory) {
        send(scan, directory, Map.of());
    }

    private static void send(String scan, String directory, Map<String, String> headers) {
        List<Chunk.Item> items = CODES.stream()
                .map(code -> new Chunk.Item(SampleId.of("d", code, "clean"), "mine", "repo", code, "clean", "java"))
                .toList();
        String chunk = Json.write(new Chunk(scan, 0, 1, directory, items));
        Records.send(
                Platform.get().bootstrap(),
                Topics.CHUNKS,
                Chunk.key(scan, 0),
                chunk.getBytes(StandardCharsets.UTF_8),
                headers);
    }

    private static VectorBatch vectors(String scan) {
        return VectorCodec.decode(Records.await(
                        Platform.get().bootstrap(),
                        Topics.VECTORS,
                        1,
                        LIMIT,
                        entry -> String.valueOf(entry.key()).startsWith(scan))
                .get(0)
                .value());
    }

    @Test
    void aChunkBecomesVectorsOfAllLayers() {
        // When
        send("s-good", MINILM.toString());
        VectorBatch batch = vectors("s-good");

        // Then
        assertThat(batch.views())
                .hasSize(14)
                .startsWith("layer_00_sentence", "layer_00_mean")
                .endsWith("layer_06_mean");
        try (CodeModel model = CodeModel.open(MINILM, Device.CPU, 1)) {
            List<Embedding> expected = model.embed(CODES);
            for (int sample = 0; sample < CODES.size(); sample++) {
                VectorBatch.Row row = batch.rows().get(sample);
                assertThat(row.code()).isEqualTo(CODES.get(sample));
                assertThat(row.source()).isEqualTo("repo");
                assertThat(row.language()).isEqualTo("java");
                for (int d = 0; d < 384; d += 13) {
                    float value = expected.get(sample).vectors()[12 * 384 + d];
                    assertThat(row.vectors()[12][d]).isCloseTo(value, within(Math.abs(value) * 2e-3f + 1e-3f));
                }
            }
        }
    }

    @Test
    void theTraceOfAChunkGoesOnInItsVectors() {
        String trace = "0af7651916cd43dd8448eb211c80319c";

        send("s-trace", MINILM.toString(), Map.of("traceparent", "00-" + trace + "-b7ad6b7169203331-01"));

        ConsumerRecord<String, byte[]> vectors = Records.await(
                        Platform.get().bootstrap(),
                        Topics.VECTORS,
                        1,
                        LIMIT,
                        entry -> entry.key().startsWith("s-trace"))
                .get(0);
        assertThat(new String(vectors.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
                .startsWith("00-" + trace + "-")
                .doesNotContain("b7ad6b7169203331");
    }

    @Test
    void aServiceSaysWhatItIs() {
        given().get("/q/info").then().statusCode(200).body("build.version", equalTo("0.1.0"));
    }

    @Test
    void aModelThatCannotBeLoadedGivesErrorRowsSoThatTheCountCloses() {
        send("s-lost", "/no/such/model");

        assertThat(vectors("s-lost").rows()).hasSize(2).allSatisfy(row -> {
            assertThat(row.vectors()).isNull();
            assertThat(row.error()).contains("/no/such/model");
        });
    }

    @Test
    void aMalformedChunkGoesToTheDeadLettersAndBlocksNothing() {
        Records.send(Platform.get().bootstrap(), Topics.CHUNKS, "s-bad:0", "{".getBytes(StandardCharsets.UTF_8));
        send("s-next", MINILM.toString());

        assertThat(vectors("s-next").rows()).hasSize(2);
        Records.await(
                Platform.get().bootstrap(),
                Topics.CHUNKS + Topics.DEAD_LETTER_SUFFIX,
                1,
                LIMIT,
                entry -> entry.value().length == 1);
    }

    /** 32 of these fit into a record, and their vectors beside them do not. */
    @Test
    void aChunkWhoseVectorsAreMoreThanARecordTakesIsFailedRows() {
        List<Chunk.Item> items = IntStream.range(0, 32)
                .mapToObj(i -> new Chunk.Item("id" + i, null, null, i + "x".repeat(255_000), "clean", null))
                .toList();
        String chunk = Json.write(new Chunk("s-wide", 0, 1, MINILM.toString(), items));

        Records.send(Platform.get().bootstrap(), Topics.CHUNKS, "s-wide:0", chunk.getBytes(StandardCharsets.UTF_8));

        assertThat(vectors("s-wide").rows())
                .hasSize(32)
                .allSatisfy(row -> assertThat(row.error()).contains("a record takes 8388608"));
    }

    @Test
    void whateverIsOnATopicTheNextGoodChunkIsEmbedded() {
        // Given on every topic what nobody could keep
        String broker = Platform.get().bootstrap();
        List<Chunk.Item> items = List.of(new Chunk.Item("id", "e", "src", "int a;", "clean", "java"));
        String chunk = Json.write(new Chunk("s-spoilt", 0, 1, MINILM.toString(), items));
        SpoiltRecords.send(broker, Topics.CHUNKS, chunk);
        SpoiltRecords.send(broker, Topics.PROBES, Json.write(new ProbeRequest(MINILM.toString(), List.of("int a;"))));

        // When
        send("s-sound", MINILM.toString());

        // Then
        assertThat(vectors("s-sound").rows()).hasSize(2);
        try (TopicFuzzer groups = new TopicFuzzer(broker, 1)) {
            groups.awaitRead(LIMIT);
        }
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void theDeviceIsAMetric() {
        assertThat(given().get("/q/metrics").asString()).contains("kenshin_embedding_cuda");
        given().get("/q/health/ready").then().statusCode(200);
    }
}
