package io.kenshin.ingest.scan;

import static io.kenshin.ingest.Requests.LIMIT;
import static io.kenshin.ingest.Requests.MINILM;
import static io.kenshin.ingest.Requests.await;
import static io.kenshin.ingest.Requests.importModel;
import static io.kenshin.ingest.Requests.upload;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.contracts.Topics;
import io.kenshin.foundation.Json;
import io.kenshin.testkit.Platform;
import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.Records;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "ingest"),
            @ResourceArg(name = "kenshin.ingest.model-store", value = "target/models")
        })
class ScanIT {
    @Test
    void aScanIsCutIntoChunksOfLikeLengthThatHoldEverySampleOnce(@TempDir Path directory) throws IOException {
        // Given a model with labels and 75 samples of different length
        importModel("chunker", labelled(directory))
                .statusCode(200)
                .body("layers", equalTo(6))
                .body("version", equalTo(1));
        importModel("chunker", directory).statusCode(200).body("version", equalTo(1));
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 75; i++) {
            body.append(Json.write(Map.of(
                            "code",
                            "int x" + i + " = 1;" + " ".repeat(i) + "// " + "y".repeat((i * 37) % 91),
                            "label",
                            "clean")))
                    .append("\n");
        }
        upload("chunked", body.toString().getBytes(StandardCharsets.UTF_8)).statusCode(200);

        given().contentType("application/json")
                .body(Map.of("language", "java"))
                .put("/api/v1/datasets/chunked")
                .then()
                .statusCode(200);

        // When
        String scan = order("chunked", "chunker");

        // Then
        List<ConsumerRecord<String, byte[]>> chunks = Records.await(
                Platform.get().bootstrap(),
                Topics.CHUNKS,
                3,
                LIMIT,
                entry -> String.valueOf(entry.key()).startsWith(scan));
        List<String> ids = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> chunk : chunks) {
            Records.assertFitsSchema(chunk);
            int shortest = Integer.MAX_VALUE;
            int longest = 0;
            for (JsonNode sample : Records.json(chunk).path("samples")) {
                ids.add(sample.path("id").asText());
                assertThat(sample.path("language").asText()).isEqualTo("java");
                shortest = Math.min(shortest, sample.path("code").asText().length());
                longest = Math.max(longest, sample.path("code").asText().length());
            }
            assertThat(longest - shortest).isLessThan(110);
        }
        assertThat(ids).hasSize(75).doesNotHaveDuplicates();
        Records.assertFitsSchema(
                Records.await(Platform.get().bootstrap(), Topics.SCANS, 1, LIMIT, entry -> scan.equals(entry.key()))
                        .get(0));
        String second = given().contentType("application/json")
                .body(Map.of("dataset", "chunked", "model", "chunker", "sample", "1"))
                .post("/api/v1/scans")
                .jsonPath()
                .getString("id");
        given().get("/api/v1/scans?limit=1").then().body("id", contains(second));
        given().get("/api/v1/scans?limit=1&offset=1").then().body("id", contains(scan));
        given().get("/api/v1/scans?dataset=chunked&model=chunker").then().body("id", contains(second, scan));
        given().get("/api/v1/scans?dataset=unknown").then().body("", empty());
        given().get("/api/v1/scans?dataset=chunked&state=lost").then().body("", empty());
        given().get("/api/v1/datasets/chunked/export?split=tests")
                .then()
                .statusCode(400)
                .body("detail", containsString("unknown split 'tests'"));
        given().contentType("application/json")
                .body(Map.of("dataset", "nothing", "model", "chunker"))
                .post("/api/v1/scans")
                .then()
                .statusCode(404)
                .body("detail", containsString("nothing"));
        given().contentType("application/json")
                .body(Map.of("dataset", "chunked", "model", "chunker", "sample", "lots"))
                .post("/api/v1/scans")
                .then()
                .statusCode(400);
    }

    /** 40 samples of a size that an import takes: 32 of them as JSON are more than a record holds. */
    @Test
    void largeSamplesAreCutIntoMoreChunks(@TempDir Path directory) throws IOException {
        // Given
        importModel("large", labelled(directory)).statusCode(200);
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String code = "// " + i + "\"".repeat(200_000);
            body.append(Json.write(Map.of("code", code, "label", "clean"))).append("\n");
        }
        upload("large", body.toString().getBytes(StandardCharsets.UTF_8)).statusCode(200);

        // When
        String scan = order("large", "large");

        // Then
        List<ConsumerRecord<String, byte[]>> chunks = Records.await(
                Platform.get().bootstrap(),
                Topics.CHUNKS,
                20,
                LIMIT,
                entry -> String.valueOf(entry.key()).startsWith(scan));
        List<String> ids = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> chunk : chunks) {
            assertThat(Records.json(chunk).path("chunks").asInt()).isEqualTo(20);
            Records.json(chunk)
                    .path("samples")
                    .forEach(sample -> ids.add(sample.path("id").asText()));
        }
        assertThat(ids).hasSize(40).doesNotHaveDuplicates();
        await(
                "the plan",
                () -> given().get("/api/v1/scans/" + scan)
                        .jsonPath()
                        .getString("state")
                        .equals("planned"));
    }

    @Test
    void aScanThatCannotBePlannedSaysOfWhichDataSetAndModel(@TempDir Path directory) throws IOException {
        importModel("idle", labelled(directory)).statusCode(200);
        given().contentType("application/json")
                .body(Map.of())
                .put("/api/v1/datasets/nothing-yet")
                .then()
                .statusCode(200);

        String scan = order("nothing-yet", "idle");

        ConsumerRecord<String, byte[]> failed = Records.await(
                        Platform.get().bootstrap(), Topics.SCANS, 1, LIMIT, entry -> scan.equals(entry.key()))
                .get(0);
        Records.assertFitsSchema(failed);
        assertThat(Records.json(failed).at("/data/dataset").asText()).isEqualTo("nothing-yet");
        assertThat(Records.json(failed).at("/data/model").asText()).isEqualTo("idle");
        assertThat(Records.json(failed).at("/data/reason").asText()).contains("no sample to scan");
    }

    private static Path labelled(Path directory) throws IOException {
        for (String file : List.of("model.onnx", "tokenizer.json")) {
            Files.createSymbolicLink(directory.resolve(file), MINILM.resolve(file));
        }
        Files.writeString(directory.resolve("config.json"), "{\"model_type\":\"bert\",\"id2label\":{\"0\":\"clean\"}}");
        return directory;
    }

    private static String order(String dataset, String model) {
        return given().contentType("application/json")
                .body(Map.of("dataset", dataset, "model", model))
                .post("/api/v1/scans")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("id");
    }
}
