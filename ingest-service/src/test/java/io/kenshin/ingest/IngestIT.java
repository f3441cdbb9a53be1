package io.kenshin.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.contracts.Topics;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.foundation.Json;
import io.kenshin.testkit.Platform;
import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.Records;
import io.kenshin.testkit.Wait;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
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
class IngestIT {
    private static final Path MINILM = Path.of(System.getProperty("kenshin.root"), "corpus/target/minilm");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static String line(int i, String label) {
        return Json.write(Map.of("id", "e" + i, "code", "int m" + i + "() { return " + i + "; }", "label", label))
                + "\n";
    }

    private static ValidatableResponse upload(String dataset, byte[] body) {
        return given().contentType("application/x-ndjson")
                .body(body)
                .post("/api/v1/datasets/" + dataset + "/samples")
                .then();
    }

    private static void await(String what, BooleanSupplier holds) {
        Wait.until(what, LIMIT, holds);
    }

    private static int listed(String dataset, String state) {
        return given().get("/api/v1/datasets/" + dataset + "/samples?limit=10000&state=" + state)
                .jsonPath()
                .getList("id")
                .size();
    }

    @Test
    void goodLinesAreKeptAndEachBadOneIsNamedWithItsReason() throws IOException {
        // Given six good lines among six bad ones
        given().contentType("application/json")
                .body(Map.of("labels", List.of("clean", "defective")))
                .put("/api/v1/datasets/mixed")
                .then()
                .statusCode(200);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(line(1, "clean").getBytes(StandardCharsets.UTF_8));
        body.writeBytes("{\"code\": broken\n".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(line(2, "strange").getBytes(StandardCharsets.UTF_8));
        body.writeBytes("{\"code\":\"x \u00e9\",\"label\":\"clean\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        body.writeBytes(
                ("{\"label\":\"clean\",\"code\":\"" + "x".repeat(10 << 20) + "\"}\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes("{\"label\":\"clean\"}\n[]\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 3; i < 8; i++) {
            body.writeBytes(line(i, "defective").getBytes(StandardCharsets.UTF_8));
        }

        // When
        ValidatableResponse answer = upload("mixed", body.toByteArray());

        // Then
        answer.statusCode(200)
                .body("accepted", equalTo(6))
                .body("rejected", equalTo(6))
                .body("rejections.line", equalTo(List.of(2, 3, 4, 5, 6, 7)))
                .body("rejections[0].reason", containsString("not JSON"))
                .body("rejections[1].reason", containsString("unknown label 'strange'"))
                .body("rejections[2].reason", containsString("UTF-8"))
                .body("rejections[3].reason", containsString("1048576"))
                .body("rejections[4].reason", containsString("no code"))
                .body("rejections[5].reason", containsString("object"));
        await("six samples", () -> listed("mixed", "accepted") == 6);
        List<ConsumerRecord<String, byte[]>> letters = Records.await(
                Platform.get().bootstrap(),
                Topics.SAMPLES + Topics.DEAD_LETTER_SUFFIX,
                6,
                LIMIT,
                entry -> entry.key() != null && entry.key().startsWith("mixed:"));
        assertThat(letters)
                .extracting(entry -> Records.json(entry).path("reason").asText())
                .doesNotContain("");
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void nothingIsCountedTwiceAndAnEmptyInputIsRefused() {
        byte[] body = (line(1, "clean") + line(2, "clean")).getBytes(StandardCharsets.UTF_8);

        upload("twice", body).statusCode(200).body("accepted", equalTo(2));
        upload("twice", body).statusCode(200).body("accepted", equalTo(2));
        upload("twice", (line(3, "clean")).getBytes(StandardCharsets.UTF_8)).statusCode(200);

        await("three samples", () -> listed("twice", "accepted") == 3);
        upload("twice", new byte[0]).statusCode(400).body("detail", containsString("empty"));
    }

    @Test
    void whatIsSentFitsItsSchema() {
        upload("schemas", line(1, "clean").getBytes(StandardCharsets.UTF_8)).statusCode(200);

        Records.await(Platform.get().bootstrap(), Topics.SAMPLES, 1, LIMIT, entry -> {
            boolean own = new String(entry.value(), StandardCharsets.UTF_8).contains("\"schemas\"");
            if (own) {
                Records.assertFitsSchema(entry);
            }
            return own;
        });
    }

    @Test
    void aMalformedRecordOnTheTopicGoesToTheDeadLettersAndBlocksNothing() {
        Records.send(Platform.get().bootstrap(), Topics.SAMPLES, "bad", "{nonsense".getBytes(StandardCharsets.UTF_8));
        String forged =
                "{\"id\":\"1\",\"dataset\":\"after-bad\",\"code\":\"x\\u0000\",\"label\":\"clean\",\"split\":\"train\"}";
        Records.send(Platform.get().bootstrap(), Topics.SAMPLES, "nul", forged.getBytes(StandardCharsets.UTF_8));
        upload("after-bad", line(1, "clean").getBytes(StandardCharsets.UTF_8)).statusCode(200);

        await("the good sample", () -> listed("after-bad", "accepted") == 1);
        Records.await(
                Platform.get().bootstrap(),
                Topics.SAMPLES + Topics.DEAD_LETTER_SUFFIX,
                1,
                LIMIT,
                entry -> new String(entry.value(), StandardCharsets.UTF_8).contains("nonsense"));
    }

    @Test
    void parquetAndCsvAreReadWithTheColumnsThatAreNamed(@TempDir Path directory) throws IOException, SQLException {
        // Given
        Path parquet = directory.resolve("x.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute(
                    "copy (select 'int a' || i || ';' as func, i % 2 as target, 'p' || i as idx from range(50) t(i)) to '"
                            + parquet + "' (format parquet)");
        }
        String csv = "func,target\n\"int c1;\",0\n\"int \"\"c2\"\",\nx;\",1\n";

        // When, then
        file("tables", "parquet", Files.readAllBytes(parquet)).statusCode(200).body("accepted", equalTo(50));
        file("tables", "csv", csv.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("accepted", equalTo(2));
        file("tables", "parquet", "no parquet".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("detail", containsString("cannot be read"));
        given().contentType("application/octet-stream")
                .body("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/datasets/tables/files?format=csv")
                .then()
                .statusCode(400)
                .body("detail", containsString("no column 'code'"));
        await("all rows", () -> listed("tables", "accepted") == 52);
    }

    private static ValidatableResponse file(String dataset, String format, byte[] body) {
        return given().contentType("application/octet-stream")
                .body(body)
                .post("/api/v1/datasets/" + dataset + "/files?code=func&label=target&id=idx&format=" + format)
                .then();
    }

    @Test
    void aFileThatIsNotWhatItsManifestDescribesIsRefusedWhole() {
        byte[] body = line(1, "clean").getBytes(StandardCharsets.UTF_8);
        String right = sha256(body);

        importDigested(body, right.replace(right.charAt(0), right.charAt(0) == '0' ? '1' : '0'))
                .statusCode(400)
                .body("detail", containsString(right));
        given().get("/api/v1/datasets/digested").then().statusCode(404);

        importDigested(body, right.toUpperCase(java.util.Locale.ROOT))
                .statusCode(200)
                .body("accepted", equalTo(1));
    }

    private static String sha256(byte[] bytes) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static ValidatableResponse importDigested(byte[] body, String sha256) {
        return given().contentType("application/octet-stream")
                .body(body)
                .post("/api/v1/datasets/digested/files?sha256=" + sha256)
                .then();
    }

    @Test
    void aModelDirectoryIsCheckedBeforeItIsTaken(@TempDir Path directory) throws IOException {
        // Given
        Path without = Files.createDirectories(directory.resolve("without"));
        Files.writeString(without.resolve("config.json"), "{}");
        Files.writeString(without.resolve("tokenizer.json"), "{}");
        Path truncated = Files.createDirectories(directory.resolve("truncated"));
        Files.copy(MINILM.resolve("config.json"), truncated.resolve("config.json"));
        Files.copy(MINILM.resolve("tokenizer.json"), truncated.resolve("tokenizer.json"));
        try (var in = Files.newInputStream(MINILM.resolve("model.onnx"))) {
            Files.write(truncated.resolve("model.onnx"), in.readNBytes(3 << 20));
        }

        // When, then
        importModel("broken", without).statusCode(400).body("detail", containsString("no model.onnx"));
        importModel("broken", truncated).statusCode(400).body("detail", containsString("truncated"));
        importModel("broken", directory.resolve("nowhere"))
                .statusCode(400)
                .body("detail", containsString("no directory"));
        given().get("/api/v1/models/broken").then().statusCode(404);
    }

    private static ValidatableResponse importModel(String name, Path directory) {
        return given().contentType("application/json")
                .body(Map.of("directory", directory.toString()))
                .post("/api/v1/models/" + name + "/versions")
                .then();
    }

    @Test
    void aScanIsCutIntoChunksOfLikeLengthThatHoldEverySampleOnce(@TempDir Path directory) throws IOException {
        // Given a model with labels and 75 samples of different length
        for (String file : List.of("model.onnx", "tokenizer.json")) {
            Files.createSymbolicLink(directory.resolve(file), MINILM.resolve(file));
        }
        Files.writeString(directory.resolve("config.json"), "{\"model_type\":\"bert\",\"id2label\":{\"0\":\"clean\"}}");
        importModel("chunker", directory)
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

        // When
        String scan = given().contentType("application/json")
                .body(Map.of("dataset", "chunked", "model", "chunker"))
                .post("/api/v1/scans")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("id");

        // Then
        List<ConsumerRecord<String, byte[]>> chunks = Records.await(
                Platform.get().bootstrap(),
                Topics.CHUNKS,
                3,
                LIMIT,
                entry -> entry.key().startsWith(scan));
        List<String> ids = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> chunk : chunks) {
            Records.assertFitsSchema(chunk);
            int shortest = Integer.MAX_VALUE;
            int longest = 0;
            for (JsonNode sample : Records.json(chunk).path("samples")) {
                ids.add(sample.path("id").asText());
                shortest = Math.min(shortest, sample.path("code").asText().length());
                longest = Math.max(longest, sample.path("code").asText().length());
            }
            assertThat(longest - shortest).isLessThan(110);
        }
        assertThat(ids).hasSize(75).doesNotHaveDuplicates();
        Records.assertFitsSchema(Records.await(
                        Platform.get().bootstrap(),
                        Topics.SCANS,
                        1,
                        LIMIT,
                        entry -> entry.key().equals(scan))
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

    @Test
    void aQuarantinedSampleIsNotExportedUntilItIsReleased() {
        // Given
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            body.append(line(i, "clean"));
        }
        upload("guarded", body.toString().getBytes(StandardCharsets.UTF_8)).statusCode(200);
        await("ten samples", () -> listed("guarded", "accepted") == 10);
        String victim = given().get("/api/v1/datasets/guarded/samples?limit=1")
                .jsonPath()
                .getString("[0].id");

        // When, then
        remediation(RemediationEvents.SAMPLES_QUARANTINED, victim);
        await("quarantined", () -> listed("guarded", "quarantined") == 1);
        given().get("/api/v1/datasets/guarded/sources")
                .then()
                .body("[0].samples", equalTo(10))
                .body("[0].quarantined", equalTo(1));
        assertThat(export()).hasSize(9).noneMatch(text -> text.contains(victim));
        remediation(RemediationEvents.SAMPLES_RELEASED, victim);
        await("released", () -> listed("guarded", "accepted") == 10);
        assertThat(export()).hasSize(10);
    }

    private static List<String> export() {
        return given().get("/api/v1/datasets/guarded/export").asString().lines().toList();
    }

    private static void remediation(String type, String sample) {
        RemediationEvents.Data data =
                new RemediationEvents.Data("c-1", "s-1", "guarded", "m", 1, List.of(sample), "because", Map.of());
        String event = Json.write(CloudEvent.of(type, "/test", type, "c-1", "2026-01-01T00:00:00Z", data));
        Records.send(
                Platform.get().bootstrap(), Topics.REMEDIATION_EVENTS, "c-1", event.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void namesThatCouldBePathsAreRefused() {
        given().contentType("application/json")
                .body(Map.of("labels", List.of()))
                .put("/api/v1/datasets/..%2Fetc")
                .then()
                .statusCode(org.hamcrest.Matchers.anyOf(equalTo(400), equalTo(404)));
        importModel(".hidden", MINILM).statusCode(400);
    }

    @Test
    void theApiIsDescribed() {
        given().get("/q/openapi").then().statusCode(200).body(containsString("/api/v1/datasets/{dataset}/samples"));
        given().get("/api/v1/datasets").then().statusCode(200).body("findAll { it.name == 'nope' }", hasSize(0));
    }

    private static ValidatableResponse trust(String source, String trust) {
        return given().contentType("application/json")
                .body(Map.of("trust", trust, "reason", "odd commits"))
                .put("/api/v1/datasets/origins/sources?name=" + source)
                .then();
    }

    private static String from(String source, int first, int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = first; i < first + count; i++) {
            lines.append("{\"code\":\"int f" + i + "() { return " + i + "; }\",\"label\":\"clean\",\"source\":\""
                    + source + "\"}\n");
        }
        return lines.toString();
    }

    @Test
    void whatComesFromASourceOnProbationWaitsForAHealthyScanAndWhatIsBlockedStaysOut() {
        // Given two sources, of which one is on probation and one is blocked after its first samples
        upload("origins", (from("good", 0, 20) + from("odd", 100, 5)).getBytes(StandardCharsets.UTF_8))
                .statusCode(200);
        await("25 samples", () -> listed("origins", "accepted") == 25);
        trust("odd", "probation").statusCode(200).body("find { it.name == 'odd' }.trust", equalTo("probation"));
        trust("bad", "blocked").statusCode(200);
        trust("odd", "sometimes").statusCode(400).body("detail", containsString("probation"));

        // When
        upload("origins", (from("odd", 200, 4) + from("bad", 300, 3)).getBytes(StandardCharsets.UTF_8))
                .statusCode(200);

        // Then
        await("4 waiting", () -> listed("origins", "waiting") == 4);
        assertThat(listed("origins", "blocked")).isEqualTo(3);
        assertThat(listed("origins", "accepted")).isEqualTo(25);
        given().get("/api/v1/datasets/origins/manifest").then().body("samples", equalTo(25));
        trust("bad", "trusted").statusCode(200).body("find { it.name == 'bad' }.blocked", equalTo(0));
        assertThat(listed("origins", "accepted")).isEqualTo(28);
    }

    @Test
    void anotherPageOrHostNameIsRefused() {
        given().header("Origin", "http://localhost:8080")
                .get("/api/v1/datasets")
                .then()
                .statusCode(200);
        for (Map.Entry<String, String> foreign :
                Map.of("Origin", "https://evil.example", "Host", "evil.example").entrySet()) {
            given().header(foreign.getKey(), foreign.getValue())
                    .get("/api/v1/datasets")
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("for this machine"));
        }
    }
}
