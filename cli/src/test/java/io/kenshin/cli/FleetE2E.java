package io.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.contracts.Schemas;
import io.kenshin.contracts.Topics;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.corpus.LabelledSample;
import io.kenshin.demo.DemoReport;
import io.kenshin.fleet.Layout;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.testkit.Records;
import io.kenshin.testkit.Wait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The packaged fleet, end to end; the tests build on each other because starting and training cost minutes. */
@Order(2)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FleetE2E {

    @TempDir
    private static Path data;

    private static DemoFleet demo;
    private static Layout layout;
    private static Api api;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoFleet.shared();
        layout = demo.fleet().layout();
        api = Api.of(layout);
    }

    private static void await(String what, BooleanSupplier holds) {
        Wait.until(what, Duration.ofMinutes(2), holds);
    }

    private static int run(String... arguments) {
        return Kenshin.commandLine().execute(arguments);
    }

    @Test
    @Order(1)
    void theLoopFindsProvesQuarantinesRetrainsVerifiesAndPromotes() throws IOException {
        DemoReport report = demo.demo();

        assertThat(report.verdict()).isEqualTo("poisoned");
        assertThat(report.triggerFound()).isTrue();
        assertThat(report.recall()).isGreaterThanOrEqualTo(0.97);
        assertThat(report.falsePositiveRate()).isLessThanOrEqualTo(0.005);
        assertThat(report.promoted()).isTrue();
        assertThat(report.attackSuccess().before()).isGreaterThan(0.9);
        // Four hundred samples teach little: the full-size figures are the demo's, here the attack has to be gone.
        assertThat(report.attackSuccess().after()).isLessThan(0.25);
        await("the alias", () -> demo.production() == 2);
    }

    @Test
    @Order(2)
    void theMapShowsEverySampleAndItsFindingsTogetherAndTheReportWhatTheyCost() {
        String scan = "";
        for (JsonNode each : api.get(Service.ANALYSIS, "/api/v1/scans")) {
            scan = each.path("verdict").asText().equals("poisoned")
                    ? each.path("scanId").asText()
                    : scan;
        }
        JsonNode device = api.get(Service.ANALYSIS, "/api/v1/scans/" + scan + "/report")
                .path("devices")
                .path(0);
        assertThat(device.path("device").asText()).isEqualTo("cpu");
        assertThat(device.path("samples").asInt()).isEqualTo(400);
        assertThat(device.path("seconds").asDouble()).isPositive();
        List<double[]> found = new ArrayList<>();
        List<double[]> all = new ArrayList<>();
        for (JsonNode point :
                api.get(Service.ANALYSIS, "/api/v1/scans/" + scan + "/map").path("points")) {
            double[] at = {point.path("x").asDouble(), point.path("y").asDouble()};
            all.add(at);
            if (point.path("decision").asText().equals("quarantine")) {
                found.add(at);
            }
        }
        assertThat(all).hasSize(400);
        assertThat(found).hasSizeBetween(38, 42);
        assertThat(spread(found)).isLessThan(spread(all) / 2);
    }

    /** Mean distance from the middle. */
    private static double spread(List<double[]> points) {
        double x = points.stream().mapToDouble(at -> at[0]).average().orElseThrow();
        double y = points.stream().mapToDouble(at -> at[1]).average().orElseThrow();
        return points.stream()
                .mapToDouble(at -> Math.hypot(at[0] - x, at[1] - y))
                .average()
                .orElseThrow();
    }

    @Test
    @Order(2)
    void everyRecordThatTravelledFitsItsSchema() {
        String kafka = "localhost:" + layout.brokerPort();
        String id = demo.caseIn("promoted");
        List<String> types = new ArrayList<>();
        Records.await(kafka, Topics.REMEDIATION_EVENTS, 5, Duration.ofSeconds(30), entry -> {
            JsonNode event = Records.json(entry);
            boolean own = event.path("subject").asText().equals(id);
            return own && types.add(event.path("type").asText());
        });
        assertThat(types)
                .startsWith(
                        RemediationEvents.CASE_OPENED,
                        RemediationEvents.SAMPLES_QUARANTINED,
                        RemediationEvents.HEAL_STARTED,
                        RemediationEvents.MODEL_TRAINED,
                        RemediationEvents.MODEL_PROMOTED);
        Records.send(
                kafka,
                Topics.SCREEN_REQUESTS,
                "r1",
                Api.write(Map.of("id", "r1", "model", "demo", "code", "int a;")).getBytes(StandardCharsets.UTF_8));
        for (Topics.Topic topic : Topics.all()) {
            if (!Schemas.of(topic.name()).isEmpty()) {
                Records.await(kafka, topic.name(), 1, Duration.ofSeconds(30), entry -> {
                    Records.assertFitsSchema(entry);
                    return true;
                });
            }
        }
    }

    @Test
    @Order(4)
    void commandsAnswerWithTheirExitCodes() throws IOException {
        String directory = layout.data().toString();
        Path mixed = data.resolve("mixed.jsonl");
        Files.writeString(mixed, "{\"code\":\"int a;\",\"label\":\"clean\"}\nbroken\n", StandardCharsets.UTF_8);
        Path empty = Files.createFile(data.resolve("empty.jsonl"));

        await("readiness", () -> run("status", "--data", directory) == ExitCodes.FINE);
        assertThat(run("model", "list", "--data", directory)).isEqualTo(ExitCodes.FINE);
        assertThat(run("dataset", "import", mixed.toString(), "--name", "m", "--data", directory))
                .isEqualTo(ExitCodes.BAD);
        Path swapped = data.resolve("swapped.jsonl");
        Files.writeString(swapped, "{\"code\":\"int a;\",\"label\":\"clean\"}\n", StandardCharsets.UTF_8);
        Files.writeString(
                data.resolve("swapped.jsonl.sha256"), "0".repeat(64) + "  swapped.jsonl\n", StandardCharsets.UTF_8);
        assertThat(run("dataset", "import", swapped.toString(), "--name", "m", "--data", directory))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(run("dataset", "import", empty.toString(), "--name", "m", "--data", directory))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(run("scan", "--model", "nobody", "--dataset", "demo", "--data", directory))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(run("model", "import", data.toString(), "--name", "x", "--data", directory))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(run("events", "--data", directory)).isEqualTo(ExitCodes.FINE);
        assertThat(run(
                        "schedule",
                        "set",
                        "nightly",
                        "--dataset",
                        "demo",
                        "--model",
                        "demo",
                        "--cron",
                        "0 3 * * *",
                        "--sample",
                        "10%",
                        "--data",
                        directory))
                .isEqualTo(ExitCodes.FINE);
        assertThat(run("schedule", "set", "x", "--dataset", "demo", "--model", "demo", "--data", directory))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(run("schedule", "pause", "nightly", "--data", directory)).isEqualTo(ExitCodes.FINE);
        assertThat(run("schedule", "list", "--data", directory)).isEqualTo(ExitCodes.FINE);
        assertThat(run("schedule", "remove", "nightly", "--data", directory)).isEqualTo(ExitCodes.FINE);
        assertThat(run("schedule", "run", "nightly", "--data", directory)).isEqualTo(ExitCodes.USAGE);
        assertThat(run("scan", "--estimate", "--model", "demo", "--dataset", "demo", "--data", directory))
                .isEqualTo(ExitCodes.FINE);
        assertThat(run("cases", "-o", "json", "--data", directory)).isEqualTo(ExitCodes.FINE);
        assertThat(run("scans", "--state", "poisoned", "--model", "demo", "--data", directory))
                .isEqualTo(ExitCodes.FINE);
        assertThat(run("cases", "--state", "review", "--model", "demo", "--dataset", "demo", "--data", directory))
                .isEqualTo(ExitCodes.FINE);
        assertThat(run("cases", "--state", "lost", "--data", directory)).isEqualTo(ExitCodes.USAGE);
        assertThat(run("reject", "c-none", "--reason", "none", "--data", directory))
                .isEqualTo(ExitCodes.USAGE);
        Path clean = data.resolve("clean.jsonl");
        assertThat(run("dataset", "export", "demo", "--out", clean.toString(), "--data", directory))
                .isEqualTo(ExitCodes.FINE);
        assertThat(Files.readAllLines(clean)).hasSize(demo.trainable());
        assertThat(run("dataset", "export", "unknown", "--out", clean.toString(), "--data", directory))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(Files.readAllLines(clean)).hasSize(demo.trainable());
        assertThat(run("nonsense")).isEqualTo(ExitCodes.USAGE);
        assertThat(run("status", "--data", data.resolve("nothing").toString())).isEqualTo(ExitCodes.BAD);
    }

    @Test
    @Order(4)
    void whatAScanWillCostIsKnownFromThoseThatWere() {
        JsonNode estimate = api.post(
                Service.INGEST, "/api/v1/scans/estimate", Map.of("dataset", "demo", "model", "demo", "sample", "50%"));

        assertThat(estimate.path("scans").asInt()).isPositive();
        assertThat(estimate.path("samplesPerSecond").asDouble()).isPositive();
        assertThat(estimate.path("seconds").asDouble())
                .isCloseTo(
                        estimate.path("samples").asDouble()
                                / estimate.path("samplesPerSecond").asDouble(),
                        org.assertj.core.data.Percentage.withPercentage(1));
    }

    @Test
    @Order(4)
    void theTrendTellsAttacksFromDriftAndIsInTheMetrics() throws IOException, InterruptedException {
        JsonNode trend = api.get(Service.ANALYSIS, "/api/v1/trends?dataset=demo&model=demo");

        assertThat(trend).isNotEmpty();
        for (JsonNode point : trend) {
            assertThat(point.path("change").asText())
                    .isEqualTo(
                            switch (point.path("verdict").asText()) {
                                case "poisoned" -> "attack";
                                case "suspicious" -> "suspected";
                                default -> point.path("change").asText();
                            });
            assertThat(point.path("samples").asInt()).isPositive();
            assertThat(point.path("labels")).isNotEmpty();
        }
        assertThat(trend).anyMatch(point -> point.path("change").asText().equals("attack"));
        int code = run(
                "trend",
                "--dataset",
                "demo",
                "--model",
                "demo",
                "--data",
                layout.data().toString());
        String last = trend.path(trend.size() - 1).path("change").asText();
        assertThat(code).isEqualTo(last.equals("attack") ? ExitCodes.BAD : ExitCodes.FINE);
        String metrics = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(
                                        java.net.URI.create(api.url(Service.ANALYSIS) + "/q/metrics"))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(metrics).containsPattern("kenshin_scan_finished_seconds\\{[^}]*change=\"[a-z-]+\",dataset=\"demo\"");
    }

    @Test
    @Order(4)
    void aWatchJudgesNewSamplesWithinSeconds() throws IOException {
        // Given the case of a proven trigger, and a watch that has nothing to do yet
        String open = demo.caseIn("promoted");
        String members = "/api/v1/cases/" + open + "/samples";
        int before = api.get(Service.REMEDIATION, members).size();
        int quarantined = demo.quarantined();
        String carrier =
                api.get(Service.REMEDIATION, members).path(0).path("sampleId").asText();
        String poisoned = api.get(Service.INGEST, "/api/v1/datasets/demo/samples/" + carrier)
                .path("code")
                .asText();
        api.put(
                Service.INGEST,
                "/api/v1/schedules/arrivals",
                Map.of("dataset", "demo", "model", "demo", "every", "1s", "sample", "new"));
        Path arrival = data.resolve("arrival.jsonl");

        // When samples come one after the other, every other with the trigger
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String code = i % 2 == 0 ? poisoned.replaceFirst("\\{", "{ int fresh = " + i + ";") : "int fresh" + i + ";";
            Files.writeString(arrival, Api.write(Map.of("code", code, "label", LabelledSample.CLEAN)) + "\n");
            long begin = System.nanoTime();
            api.upload(Service.INGEST, "/api/v1/datasets/demo/files?format=jsonl", arrival);
            int looks = i + 1;
            await("verdict " + looks, () -> looks().size() == looks);
            seconds.add((System.nanoTime() - begin) / 1e9);
        }
        api.delete(Service.INGEST, "/api/v1/schedules/arrivals");

        // Then each has its verdict, and the carriers have joined the case
        System.out.println("seconds from arrival to verdict: " + seconds);
        assertThat(looks()).filteredOn("healthy"::equals).hasSize(3);
        assertThat(looks()).filteredOn("poisoned"::equals).hasSize(3);
        assertThat(seconds).allMatch(each -> each <= 10);
        await("the case", () -> api.get(Service.REMEDIATION, members).size() == before + 3);
        await("quarantine", () -> demo.quarantined() == quarantined + 3);
        assertThat(demo.caseIn("promoted")).isEqualTo(open);
    }

    /** Verdicts of the scans of new samples. */
    private static List<String> looks() {
        List<String> verdicts = new ArrayList<>();
        for (JsonNode scan : api.get(Service.INGEST, "/api/v1/scans")) {
            String state = scan.path("state").asText();
            if (scan.path("sample").asText().equals("new") && !state.equals("ordered") && !state.equals("planned")) {
                verdicts.add(state);
            }
        }
        return verdicts;
    }

    @Test
    @Order(5)
    void rollbackMovesTheAliasBack() {
        JsonNode first = null;
        for (JsonNode found : api.get(Service.REMEDIATION, "/api/v1/cases")) {
            first = found.path("state").asText().equals("promoted") ? found : first;
        }
        assertThat(first).isNotNull();

        assertThat(run(
                        "rollback",
                        first.path("id").asText(),
                        "--data",
                        layout.data().toString()))
                .isEqualTo(ExitCodes.FINE);

        await("the alias", () -> demo.production() == 1);
    }

    @Test
    @Order(7)
    void theDocumentedConsumersHearWhatToDo() throws IOException, InterruptedException {
        List<List<String>> commands = new ArrayList<>();
        commands.add(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                consumer("RemediationConsumer.java")));
        String python = pythonWithKafka();
        if (python == null) {
            System.out.println("the Python consumer is left out: no python3 here has confluent_kafka");
        } else {
            commands.add(List.of(python, consumer("remediation_consumer.py")));
        }
        Map<Path, Process> consumers = new HashMap<>();
        for (List<String> command : commands) {
            Path output = data.resolve("consumer" + consumers.size() + ".txt");
            List<String> whole = new ArrayList<>(command);
            whole.addAll(List.of("localhost:" + layout.brokerPort(), "13"));
            consumers.put(
                    output,
                    new ProcessBuilder(whole)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start());
        }

        for (Map.Entry<Path, Process> consumer : consumers.entrySet()) {
            assertThat(consumer.getValue().waitFor(90, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(consumer.getKey()))
                    .contains("stop training on")
                    .contains("deploy demo version 2\n")
                    .contains("deploy demo version 1 again");
        }
    }

    private static String consumer(String file) {
        return layout.root().resolve("docs/consumers").resolve(file).toString();
    }

    private static @Nullable String pythonWithKafka() throws IOException, InterruptedException {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            try {
                Process asked = new ProcessBuilder(python, "-c", "import confluent_kafka")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (asked.waitFor(30, TimeUnit.SECONDS) && asked.exitValue() == 0) {
                    return python;
                }
            } catch (IOException e) {
                // Not there: the next one may be.
                continue;
            }
        }
        return null;
    }
}
