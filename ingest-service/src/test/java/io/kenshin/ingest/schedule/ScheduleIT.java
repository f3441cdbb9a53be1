package io.kenshin.ingest.schedule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.kenshin.contracts.Topics;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.scan.ScanFailure;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.foundation.Json;
import io.kenshin.testkit.Platform;
import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.Records;
import io.kenshin.testkit.Wait;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "ingest"),
            @ResourceArg(name = "kenshin.ingest.model-store", value = "target/models")
        })
class ScheduleIT {
    private static final Path MINILM = Path.of(System.getProperty("kenshin.root"), "corpus/target/minilm");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int SAMPLES = 75;
    private static final int AT_ONCE = 30;

    @Inject
    ScheduleClock clock;

    @BeforeEach
    void aDatasetAndAModel(@TempDir Path directory) throws IOException {
        for (String file : List.of("model.onnx", "tokenizer.json")) {
            Files.createSymbolicLink(directory.resolve(file), MINILM.resolve(file));
        }
        Files.writeString(directory.resolve("config.json"), "{\"model_type\":\"bert\",\"id2label\":{\"0\":\"clean\"}}");
        for (String model : List.of("watched", "arriving")) {
            given().contentType("application/json")
                    .body(Map.of("directory", directory.toString()))
                    .post("/api/v1/models/" + model + "/versions")
                    .then()
                    .statusCode(200);
        }
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < SAMPLES; i++) {
            body.append("{\"code\":\"int w" + i + " = 1;\",\"label\":\"clean\"}\n");
        }
        given().contentType("application/x-ndjson")
                .body(body.toString().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/datasets/watched/samples")
                .then()
                .statusCode(200);
        await(
                "the samples",
                () -> given().get("/api/v1/datasets/watched").jsonPath().getInt("samples") == SAMPLES);
    }

    private static ValidatableResponse put(String name, Map<String, String> more) {
        Map<String, String> setup = new HashMap<>(Map.of("dataset", "watched", "model", "watched"));
        setup.putAll(more);
        return given().contentType("application/json")
                .header("Kenshin-User", "ana")
                .body(setup)
                .put("/api/v1/schedules/" + name)
                .then();
    }

    private static ValidatableResponse post(String path) {
        return given().contentType("application/json")
                .post("/api/v1/schedules/" + path)
                .then();
    }

    private static JsonPath schedule(String name) {
        return given().get("/api/v1/schedules/" + name).jsonPath();
    }

    private static void await(String what, BooleanSupplier holds) {
        Wait.until(what, LIMIT, holds);
    }

    private static List<String> query(String sql) throws SQLException {
        var config = ConfigProvider.getConfig();
        List<String> rows = new ArrayList<>();
        try (var connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                var statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                var result = statement.getResultSet();
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
        }
        return rows;
    }

    /** Ends a scan as analysis would that could not do it. */
    private static void end(String scan) {
        ScanFailure failure = new ScanFailure(scan, "ended by the test", null, null, null, null);
        String event = Json.write(
                CloudEvent.of("end-" + scan, "/test", ScanFailure.TYPE, scan, "2026-01-01T00:00:00Z", failure));
        Records.send(Platform.get().bootstrap(), Topics.SCANS, scan, event.getBytes(StandardCharsets.UTF_8));
        await("the end of " + scan, () -> state(scan).equals("failed"));
    }

    private static String state(String scan) {
        return given().get("/api/v1/scans/" + scan).jsonPath().getString("state");
    }

    @Test
    void theRunsOfAScheduleTakeTurnsUntilEverySampleWasSeenOnce() throws SQLException {
        // Given
        put("turns", Map.of("every", "1d", "sample", "25%"))
                .statusCode(200)
                .body("every", equalTo(86_400))
                .body("runs", equalTo(0))
                .body("actor", equalTo("ana"));

        // When
        List<String> seen = new ArrayList<>();
        for (int run = 1; run <= 4; run++) {
            post("turns/run").statusCode(200).body("runs", equalTo(run));
            String scan = schedule("turns").getString("lastScan");
            assertThat(given().get("/api/v1/scans/" + scan).jsonPath().getString("sample"))
                    .isEqualTo(run + "/4");
            await("the plan of " + scan, () -> state(scan).equals("planned"));
            seen.addAll(query("select sample_id from scan_sample where scan_id = '" + scan + "'"));
            end(scan);
        }

        // Then
        assertThat(seen).hasSize(SAMPLES).doesNotHaveDuplicates();
    }

    @Test
    void moreScansThanMayRunAtOnceWaitInTheirOrderButNotAWatch() throws SQLException {
        // Given as many scans as may run
        query("update scan_order set state = 'failed' where state in ('ordered', 'planned')");
        List<String> running = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            running.add(order("1"));
        }
        running.forEach(scan -> await("the plan of " + scan, () -> state(scan).equals("planned")));

        // When
        String third = order("1");
        String fourth = order("1");
        String watch = order("new");

        // Then
        await("the plan of the watch", () -> state(watch).equals("planned"));
        assertThat(state(third)).isEqualTo("ordered");
        await("what is waited for", () -> detail(third).contains("fewer than " + AT_ONCE + " scans"));
        await("what is waited for", () -> detail(fourth).contains("waits"));
        end(running.remove(0));
        await("the plan of the first that waited", () -> state(third).equals("planned"));
        assertThat(state(fourth)).isEqualTo("ordered");
        end(running.remove(0));
        await("the plan of the second that waited", () -> state(fourth).equals("planned"));
        running.forEach(ScheduleIT::end);
        List.of(third, fourth, watch).forEach(ScheduleIT::end);
    }

    private static String order(String sample) {
        return given().contentType("application/json")
                .body(Map.of("dataset", "watched", "model", "watched", "sample", sample))
                .post("/api/v1/scans")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private static String detail(String scan) {
        return String.valueOf(given().get("/api/v1/scans/" + scan).jsonPath().getString("detail"));
    }

    @Test
    void whatWasMissedWhileNothingRanIsCaughtUpOnce() throws SQLException {
        // Given a schedule that was due 80 times while nothing ran
        put("missed", Map.of("every", "1h")).statusCode(200);

        // When
        query("update schedule set next_run = date_trunc('second', now()) - interval '80 hours' where name = 'missed'");

        // Then
        await("a run", () -> schedule("missed").getInt("runs") == 1);
        JsonPath after = schedule("missed");
        assertThat(after.getString("note")).startsWith("caught up");
        assertThat(Instant.parse(after.getString("nextRun"))).isAfter(Instant.now());
        Instant next = Instant.parse(after.getString("nextRun"));
        clock.tick(next.minusMillis(1));
        assertThat(schedule("missed").getInt("runs")).isEqualTo(1);
        assertThat(schedule("missed").getString("nextRun")).isEqualTo(after.getString("nextRun"));
        assertThat(query("select id from scan_order where id = '" + after.getString("lastScan") + "'"))
                .hasSize(1);
        end(after.getString("lastScan"));
    }

    @Test
    void aRunIsSkippedWhileTheLastScanIsUnderWayAndAPauseOrdersNothing() {
        put("slow", Map.of("cron", "0 3 1 1 *", "zone", "Asia/Tokyo")).statusCode(200);
        post("slow/run").statusCode(200).body("runs", equalTo(1));
        String scan = schedule("slow").getString("lastScan");

        post("slow/run")
                .statusCode(200)
                .body("runs", equalTo(1))
                .body("note", containsString(scan + " is not finished"));

        await("the plan", () -> state(scan).equals("planned"));
        end(scan);
        post("slow/pause").statusCode(200).body("paused", equalTo(true));
        post("slow/run").statusCode(409).body("detail", containsString("resume it first"));
        post("slow/resume").statusCode(200).body("paused", equalTo(false));
        post("slow/run").statusCode(200).body("runs", equalTo(2)).body("note", nullValue());
        end(schedule("slow").getString("lastScan"));
        given().delete("/api/v1/schedules/slow").then().statusCode(204);
        given().get("/api/v1/schedules/slow").then().statusCode(404);
    }

    @Test
    void whatCannotBeScheduledIsRefusedWithTheReason() {
        put("bad", Map.of("cron", "every day")).statusCode(400).body("detail", containsString("five fields"));
        put("bad", Map.of()).statusCode(400).body("detail", containsString("only one"));
        put("bad", Map.of("every", "1h", "sample", "some"))
                .statusCode(400)
                .body("detail", containsString("sample size"));
        put("bad", Map.of("every", "1h", "dataset", "nothing")).statusCode(404);
        put("bad", Map.of("every", "1h", "model", "nothing")).statusCode(404);
        put("bad name", Map.of("every", "1h")).statusCode(400);
        post("nowhere/run").statusCode(404);
        given().get("/api/v1/schedules/bad").then().statusCode(404);
    }

    @Test
    void anEstimateSaysHowManySamplesAndAdmitsThatItDoesNotKnowYet() {
        given().contentType("application/json")
                .body(Map.of("dataset", "watched", "model", "watched", "sample", "20%"))
                .post("/api/v1/scans/estimate")
                .then()
                .statusCode(200)
                .body("samples", equalTo(15))
                .body("scans", equalTo(0))
                .body("seconds", nullValue());
    }

    @Test
    void aWatchScansWhatIsNewAndNothingElse() {
        samples("old1", "old2", "old3");
        put("watch", Map.of("every", "1s", "sample", "new", "dataset", "arrivals", "model", "arriving"))
                .statusCode(200);
        healthy(look(1, 3));

        samples("old1", "new1", "new2");
        healthy(look(2, 2));

        Instant last = Instant.parse(schedule("watch").getString("lastRun"));
        for (int look = 1; look <= 3; look++) {
            clock.tick(last.plusSeconds(60L * look));
        }
        assertThat(Instant.parse(schedule("watch").getString("lastRun"))).isEqualTo(last.plusSeconds(180));
        assertThat(schedule("watch").getLong("runs")).isEqualTo(2);
        assertThat(schedule("watch").getString("note")).isNull();
        given().delete("/api/v1/schedules/watch").then().statusCode(204);
    }

    private static void samples(String... names) {
        StringBuilder body = new StringBuilder();
        for (String name : names) {
            body.append("{\"code\":\"int " + name + " = 1;\",\"label\":\"clean\"}\n");
        }
        given().contentType("application/x-ndjson")
                .body(body.toString().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/datasets/arrivals/samples")
                .then()
                .statusCode(200);
    }

    /** The scan of a run of the watch, planned with so many samples. */
    private static String look(int run, int samples) {
        await("look " + run, () -> schedule("watch").getInt("runs") == run);
        String scan = schedule("watch").getString("lastScan");
        await("the plan of " + scan, () -> state(scan).equals("planned"));
        assertThat(given().get("/api/v1/scans/" + scan).jsonPath().getInt("samples"))
                .isEqualTo(samples);
        return scan;
    }

    private static void healthy(String scan) {
        ScanSummary summary = new ScanSummary(
                scan,
                "arrivals",
                "arriving",
                1,
                "/m",
                List.of("clean"),
                Verdict.HEALTHY,
                "fine",
                1,
                0,
                List.of(),
                null,
                null);
        String event = Json.write(
                CloudEvent.of("end-" + scan, "/test", ScanSummary.TYPE, scan, "2026-01-01T00:00:00Z", summary));
        Records.send(Platform.get().bootstrap(), Topics.SCANS, scan, event.getBytes(StandardCharsets.UTF_8));
        await("the end of " + scan, () -> state(scan).equals("healthy"));
    }
}
