package io.kenshin.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.Topics;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.sample.SampleId;
import io.kenshin.contracts.sample.SampleRecord;
import io.kenshin.contracts.scan.ScanFailure;
import io.kenshin.foundation.Json;
import io.kenshin.testkit.Platform;
import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.Records;
import io.kenshin.testkit.RestFuzzer;
import io.kenshin.testkit.SpoiltRecords;
import io.kenshin.testkit.TopicFuzzer;
import io.kenshin.testkit.Wait;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that nobody means; {@code -Dkenshin.fuzz=10000} sends so many. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "ingest"),
            @ResourceArg(name = "kenshin.ingest.model-store", value = "target/models")
        })
class FuzzIT {
    private static final int LINES = 20;
    private static final String NOW = "2026-01-01T00:00:00Z";

    @TestHTTPResource
    String url;

    @Test
    void whateverIsSentIsAnsweredAndNothingBreaks() throws IOException, InterruptedException {
        RestFuzzer fuzzer = new RestFuzzer(url, 1);

        assertThat(fuzzer.run(Integer.getInteger("kenshin.fuzz", 500))).isEmpty();
    }

    /** Files of every format with bytes that are others, or cut: none is answered by 500, and no good line is lost. */
    @Test
    void whateverAFileHoldsItsGoodLinesAreTaken(@TempDir Path directory) throws IOException, SQLException {
        Random random = new Random(2);
        Path parquet = directory.resolve("x.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("copy (select 'int p' || i || ';' as code, 'clean' as label from range(50) t(i)) to '"
                    + parquet + "' (format parquet)");
        }
        byte[] table = Files.readAllBytes(parquet);
        byte[] csv = "code,label\n\"int c1;\",clean\n\"int \"\"c2\"\",\nx;\",clean\n".getBytes(StandardCharsets.UTF_8);
        int files = Math.max(50, Integer.getInteger("kenshin.fuzz", 0) / 3);
        int good = 0;
        for (int i = 0; i < files; i++) {
            assertThat(sent("parquet", spoilt(table, random)).statusCode()).isLessThan(500);
            assertThat(sent("csv", spoilt(csv, random)).statusCode()).isLessThan(500);

            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            for (int line = 0; line < LINES; line++) {
                byte[] sample = ("{\"code\": \"int g" + i + "_" + line + ";\", \"label\": \"clean\"}")
                        .getBytes(StandardCharsets.UTF_8);
                boolean spoil = random.nextBoolean();
                lines.writeBytes(spoil ? spoilt(sample, random) : sample);
                lines.write('\n');
                good += spoil ? 0 : 1;
            }
            assertThat(sent("jsonl", lines.toByteArray()).statusCode()).isLessThan(500);
        }
        int atLeast = good;
        Wait.until(
                "the good lines",
                Duration.ofMinutes(2),
                () -> given().get("/api/v1/datasets/fuzz-jsonl").jsonPath().getInt("samples") >= atLeast);
    }

    @Test
    void whateverIsOnATopicTheNextGoodRecordIsTaken() {
        // Given on every topic what nobody could keep, and samples whose identity is true all the same
        String broker = Platform.get().bootstrap();
        for (String dataset : List.of("a\0b", "n".repeat(12_000), "\ud83d\ude00".repeat(250))) {
            Records.send(
                    broker, Topics.SAMPLES, "odd", sample(dataset, "int odd;").getBytes(StandardCharsets.UTF_8));
        }
        SpoiltRecords.send(broker, Topics.SAMPLES, sample("spoilt", "int a;"));
        SpoiltRecords.send(broker, Topics.REMEDIATION_EVENTS, quarantined("0"));
        String failed = Json.write(CloudEvent.of(
                "f", "/test", ScanFailure.TYPE, "s-x", NOW, new ScanFailure("s-x", "why", "d", "m", 1, false)));
        SpoiltRecords.send(broker, Topics.SCANS, failed);

        // When
        String id = SampleId.of("after", "int good;", "clean");
        Records.send(broker, Topics.SAMPLES, id, sample("after", "int good;").getBytes(StandardCharsets.UTF_8));
        Requests.await("the good sample", () -> Requests.listed("after", "accepted") == 1);
        Records.send(broker, Topics.REMEDIATION_EVENTS, "c", quarantined(id).getBytes(StandardCharsets.UTF_8));

        // Then it is taken, and so is all that was before it, or it is put aside
        Requests.await("its quarantine", () -> Requests.listed("after", "quarantined") == 1);
        try (TopicFuzzer groups = new TopicFuzzer(broker, 1)) {
            groups.awaitRead(Requests.LIMIT);
        }
        given().get("/q/health/live").then().statusCode(200);
        assertThat(Records.await(
                        broker,
                        Topics.SAMPLES + Topics.DEAD_LETTER_SUFFIX,
                        3,
                        Requests.LIMIT,
                        entry -> Records.json(entry).path("reason").asText().contains("is no data set")))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    private static String sample(String dataset, String code) {
        String id = SampleId.of(dataset, code, "clean");
        return Json.write(new SampleRecord(id, dataset, "e", code, "clean", "repo", "train", "java"));
    }

    private static String quarantined(String sample) {
        return Json.write(CloudEvent.of(
                "q" + sample,
                "/test",
                RemediationEvents.SAMPLES_QUARANTINED,
                "c",
                NOW,
                Map.of("caseId", "c", "sampleIds", List.of(sample), "reason", "a test")));
    }

    private static Response sent(String format, byte[] body) {
        return given().contentType("application/octet-stream")
                .body(body)
                .post("/api/v1/datasets/fuzz-" + format + "/files?format=" + format);
    }

    /** With some bytes changed, but for the ends of lines, or with its end cut off. */
    private static byte[] spoilt(byte[] body, Random random) {
        byte[] spoilt = random.nextInt(4) == 0 ? Arrays.copyOf(body, random.nextInt(body.length)) : body.clone();
        for (int i = random.nextInt(8); i > 0 && spoilt.length > 0; i--) {
            byte other = (byte) random.nextInt(256);
            spoilt[random.nextInt(spoilt.length)] = other == '\n' ? 0 : other;
        }
        return spoilt;
    }
}
