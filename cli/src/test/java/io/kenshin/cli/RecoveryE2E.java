package io.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.benchmarks.faults.Fault;
import io.kenshin.benchmarks.faults.FaultRun;
import io.kenshin.benchmarks.fleet.FaultyFleet;
import io.kenshin.contracts.Topics;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.fleet.Directories;
import io.kenshin.fleet.Fleet;
import io.kenshin.fleet.FleetException;
import io.kenshin.fleet.Layout;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.ApiException;
import io.kenshin.fleet.client.Progress;
import io.kenshin.fleet.terminal.Terminal;
import io.kenshin.testkit.Records;
import io.kenshin.testkit.TopicFuzzer;
import io.kenshin.testkit.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged fleet survives: parts that are killed, a cluster that is away, records that nobody means, a lost directory. */
@Order(3) // It ends with another fleet on the same directory.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecoveryE2E {
    private static final Terminal TERMINAL = new Terminal();
    /** A training, or a scan, on a machine that is busy with other things. */
    private static final int TRAINING_SECONDS = 600;

    @TempDir
    private static Path data;

    private static DemoFleet demo;
    private static Layout layout;
    private static FaultyFleet fleet;
    private static Api api;
    private static @Nullable FaultRun faults;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoFleet.shared();
        demo.demo();
        fleet = demo.fleet();
        layout = fleet.layout();
        api = Api.of(layout);
    }

    @AfterAll
    static void stop() throws IOException {
        if (faults != null) {
            faults.close();
        }
        fleet.close();
        Directories.delete(layout.data().getParent());
    }

    private static void await(String what, BooleanSupplier holds) {
        await(what, 120, holds);
    }

    private static void await(String what, int seconds, BooleanSupplier holds) {
        Wait.until(what, Duration.ofSeconds(seconds), holds);
    }

    private static int run(String... arguments) {
        return Kenshin.commandLine().execute(arguments);
    }

    /** The case of the demo, of a team that was not content with its healed version. */
    private static String rolledBack() {
        if (demo.cases("rolled-back").isEmpty()) {
            assertThat(run(
                            "rollback",
                            demo.caseIn("promoted"),
                            "--data",
                            layout.data().toString()))
                    .isEqualTo(ExitCodes.FINE);
        }
        return demo.caseIn("rolled-back");
    }

    @Test
    @Order(1)
    void aRemediationThatIsKilledAtEachStepEndsTheCaseOnce() throws IOException, InterruptedException {
        // Given a case, and a team that wants to be asked
        String id = rolledBack();
        String about = "/api/v1/cases/" + id;
        String directory = layout.data().toString();
        int versions = demo.versions();
        api.put(Service.REMEDIATION, "/api/v1/policies?scope=demo", Map.of("promote", "approval"));

        // When remediation is killed at every step: what people decided, the job, the verification, the question, the
        // promotion
        api.post(Service.REMEDIATION, about + "/dismiss", Map.of("reason", "thought to be none"));
        fleet.crashAndRestart(Service.REMEDIATION);
        assertThat(demo.state(id)).isEqualTo("dismissed");
        api.post(Service.REMEDIATION, about + "/reopen", Map.of());
        fleet.crashAndRestart(Service.REMEDIATION);
        assertThat(demo.state(id)).isEqualTo("review");
        api.post(Service.REMEDIATION, about + "/quarantine", Map.of("reason", "heal it again"));
        fleet.crashAndRestart(Service.REMEDIATION);
        await("quarantine", () -> demo.quarantined() > 0);
        assertThat(demo.state(id)).isEqualTo("quarantined");
        api.post(Service.REMEDIATION, about + "/heal", Map.of());
        await(
                "the job",
                () -> !api.get(Service.REMEDIATION, about + "/log").isEmpty()
                        || !demo.state(id).equals("healing"));
        fleet.crashAndRestart(Service.REMEDIATION);
        assertThat(Files.readAllLines(
                        layout.data().resolve("jobs").resolve(id + "-2").resolve("quarantined.txt")))
                .hasSizeBetween(38, 45);
        await("verification", TRAINING_SECONDS, () -> !demo.state(id).equals("healing"));
        fleet.crashAndRestart(Service.REMEDIATION);
        await("the question", TRAINING_SECONDS, () -> !demo.state(id).equals("verifying"));
        fleet.crashAndRestart(Service.REMEDIATION);
        assertThat(demo.state(id)).isEqualTo("approval");
        api.post(Service.REMEDIATION, about + "/promote", Map.of());
        fleet.crashAndRestart(Service.REMEDIATION);
        api.put(Service.REMEDIATION, "/api/v1/policies?scope=demo", Map.of());

        // Then there was one job, one version, and each event once for each of the two heals
        assertThat(demo.state(id)).isEqualTo("promoted");
        assertThat(demo.versions()).isEqualTo(versions + 1);
        await("the alias", () -> demo.production() == versions + 1);
        // A relay that is killed between sending and noting it sends again: who listens counts by id.
        Map<String, String> types = new HashMap<>();
        Records.await(
                "localhost:" + layout.brokerPort(), Topics.REMEDIATION_EVENTS, 2, Duration.ofSeconds(30), entry -> {
                    JsonNode event = Records.json(entry);
                    String type = event.path("type").asText();
                    return event.path("subject").asText().equals(id)
                            && types.put(event.path("id").asText(), type) == null
                            && type.equals(RemediationEvents.MODEL_PROMOTED);
                });
        assertThat(types.values().stream().filter(RemediationEvents.HEAL_STARTED::equals))
                .hasSize(2);
        assertThat(types.values().stream().filter(RemediationEvents.MODEL_TRAINED::equals))
                .hasSize(2);
        assertThat(types.values().stream().filter(RemediationEvents.MODEL_PROMOTED::equals))
                .hasSize(2);
        // And what is known about the new version is written down
        Path bill = data.resolve("bill.json");
        await(
                "the evidence",
                () -> run("evidence", id, "--out", bill.toString(), "--data", directory) == ExitCodes.FINE);
        assertThat(Api.JSON
                        .readTree(bill.toFile())
                        .at("/metadata/component/version")
                        .asText())
                .isEqualTo(Integer.toString(versions + 1));
    }

    @Test
    @Order(2)
    void aJobInAClusterIsNeitherLostNorStartedTwiceThoughItsApiIsAway() throws IOException, InterruptedException {
        // Given a case, and a cluster whose API does not answer
        String id = rolledBack();
        String about = "/api/v1/cases/" + id;
        int versions = demo.versions();
        try (JobCluster cluster = new JobCluster(layout.trainerCommand(), data.resolve("cluster"))) {
            fleet.set(Service.REMEDIATION, cluster.environment());
            fleet.crashAndRestart(Service.REMEDIATION);
            cluster.cut();

            // When a heal is asked for, and the API goes away again, with remediation-service, until the job has ended
            api.post(Service.REMEDIATION, about + "/heal", Map.of());
            assertThatThrownBy(() -> api.get(Service.REMEDIATION, about + "/log"))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("the cluster's API does not answer");
            cluster.mend();
            await("the job", () -> cluster.started() == 1);
            cluster.cut();
            fleet.crashAndRestart(Service.REMEDIATION);
            await("the job to end", TRAINING_SECONDS, cluster::idle);
            assertThat(demo.state(id)).isEqualTo("healing");
            cluster.mend();

            // Then there was one job, and the case ended as without a cluster
            await(
                    "the end",
                    TRAINING_SECONDS,
                    () -> !List.of("healing", "verifying").contains(demo.state(id)));
            assertThat(demo.state(id)).isEqualTo("promoted");
            assertThat(cluster.started()).isEqualTo(1);
            assertThat(demo.versions()).isEqualTo(versions + 1);
        } finally {
            fleet.set(Service.REMEDIATION, Map.of());
            fleet.crashAndRestart(Service.REMEDIATION);
        }
    }

    @Test
    @Order(3)
    void anAnalysisThatIsKilledMidScanGivesTheSameReport() throws IOException, InterruptedException {
        // Given the report of a scan that nothing disturbs
        FaultRun run = faults();

        // When the analysis is killed while it proves
        String scanId = order();
        await("the proof", () -> {
            try {
                JsonNode progress = api.get(Service.ANALYSIS, "/api/v1/scans/" + scanId);
                return progress.path("stage").asText().equals("prove")
                        && progress.path("done").asInt() > 0;
            } catch (ApiException e) {
                return false;
            }
        });
        fleet.crashAndRestart(Service.ANALYSIS);
        JsonNode disturbed = report(scanId);

        // Then
        assertThat(disturbed.at("/samples/unaccounted").asInt()).isZero();
        assertThat(disturbed.path("verdict").asText()).isEqualTo("poisoned");
        assertThat(run.same(disturbed)).as(disturbed.toString()).isTrue();
        // And what a person released is not raised again by the same evidence
        assertThat(demo.quarantined()).isZero();
    }

    @Test
    @Order(3)
    void aScanWhoseReplicaIsGoneForGoodIsEndedByAnother() throws IOException, InterruptedException {
        // Given two replicas of the analysis, and a scan that one of them has
        FaultRun run = faults();
        String own = Service.ANALYSIS.module();
        String replica = fleet.replicate(Service.ANALYSIS, layout.databasePort() + 1);
        String scanId = order();
        String taken = "scan " + scanId + " is analysed here";
        await("the analysis", () -> logged(own, taken) || logged(replica, taken));
        boolean second = logged(replica, taken);
        String other = second ? own : replica;
        assertThat(logged(other, taken)).isFalse();

        // When that one is killed
        if (second) {
            fleet.retire(replica);
        } else {
            fleet.crash(own);
        }

        // Then the other begins again when the lease has run out, and its report is the same
        await("the other replica", TRAINING_SECONDS, () -> logged(other, "scan " + scanId + " of "));
        if (!second) {
            fleet.restart(own);
            fleet.retire(replica);
        }
        assertThat(run.same(report(scanId))).isTrue();
    }

    /** The report of a scan that finds something, when its case is open as well: it would come between later tests. */
    private static JsonNode report(String scanId) {
        Progress progress = new Progress(api, TERMINAL, fleet::failIfCrashed);
        JsonNode report = progress.scan(scanId);
        progress.caseOf(scanId, 120);
        return report;
    }

    private static boolean logged(String part, String text) {
        try {
            return Files.readString(layout.log(part)).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Order(3)
    void whateverGoesWrongTheReportIsTheSame() throws IOException, InterruptedException {
        // Each scan sees some at random times; the benchmark has all of them, one by one.
        for (Fault[] some : new Fault[][] {
            {new Fault(Fault.Kind.KILL, Fleet.BROKER), new Fault(Fault.Kind.KILL, Fleet.DATABASE)},
            {
                new Fault(Fault.Kind.KILL, Service.EMBEDDING.module()),
                new Fault(Fault.Kind.PAUSE, Service.INGEST.module())
            },
            {
                new Fault(Fault.Kind.STOP, Service.EMBEDDING.module()),
                new Fault(Fault.Kind.STOP, Service.ANALYSIS.module())
            },
            {
                new Fault(Fault.Kind.REPEAT, Topics.VECTORS),
                new Fault(Fault.Kind.MALFORMED, Topics.SCANS),
                new Fault(Fault.Kind.MALFORMED, Topics.SAMPLES),
                new Fault(Fault.Kind.MALFORMED, Topics.VECTORS)
            }
        }) {
            FaultRun.Outcome outcome = faults().with(some);
            assertThat(outcome.same()).as(outcome.toString()).isTrue();
            assertThat(outcome.lost()).as(outcome.toString()).isZero();
            // Only what is malformed is put aside, never what a part that stops has not finished.
            // Vectors of no scan are passed over.
            assertThat(outcome.deadLetters())
                    .as(outcome.toString())
                    .containsOnlyKeys(Stream.of(some)
                            .filter(fault -> fault.kind() == Fault.Kind.MALFORMED)
                            .map(Fault::part)
                            .filter(topic -> !topic.equals(Topics.VECTORS))
                            .toList());
            assertThat(outcome.recoverySeconds()).as(outcome.toString()).isLessThan(60);
        }
    }

    /** What scans with faults are compared with: one that nothing disturbs, of all samples. */
    private static FaultRun faults() {
        if (faults == null) {
            releaseAll();
            faults = new FaultRun(fleet, "demo", "demo", 1, 3);
        }
        return faults;
    }

    private static String order() {
        return api.post(Service.INGEST, "/api/v1/scans", Map.of("dataset", "demo", "model", "demo", "version", 1))
                .path("id")
                .asText();
    }

    /** Lets all samples back in, as a person would, and waits until ingest has heard of it. */
    private static void releaseAll() {
        await("quarantine", () -> demo.quarantined() > 0);
        for (JsonNode open : api.get(Service.REMEDIATION, "/api/v1/cases")) {
            api.post(
                    Service.REMEDIATION,
                    "/api/v1/cases/" + open.path("id").asText() + "/release",
                    Map.of("reason", "test"));
        }
        await("release", () -> demo.quarantined() == 0);
    }

    /** With {@code -Dkenshin.fuzz=10000}: so many. What they leave behind stays for the tests that follow. */
    @Test
    @Order(4)
    @EnabledIfSystemProperty(named = "kenshin.fuzz", matches = "\\d+")
    void recordsThatNobodyMeansStopNothing() throws IOException {
        try (FaultRun run = new FaultRun(fleet, "demo", "demo", 1, 4);
                TopicFuzzer fuzzer = new TopicFuzzer(api.kafka(), 1)) {
            // When a scan runs while every topic gets them
            String scan = order();
            int records = Integer.getInteger("kenshin.fuzz");
            List<Topics.Topic> topics = Topics.all();
            for (Topics.Topic topic : topics) {
                fuzzer.send(topic.name(), records / topics.size());
            }

            // Then the scan is as any other, and all of it was read: taken, or put aside with its reason
            assertThat(run.same(report(scan))).isTrue();
            fuzzer.awaitRead(Duration.ofMinutes(2));
            await("all services to be ready", fleet::ready);
            fleet.failIfCrashed();
        }
    }

    @Test
    @Order(4)
    void aPortInUseIsNamed() throws IOException {
        Layout taken = new Layout(layout.root(), data.resolve("other"), layout.port());

        assertThatThrownBy(() -> Fleet.start(taken, TERMINAL, Fleet.OWN_MEMORY_BYTES))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining("port " + layout.port(Service.CONSOLE))
                .hasMessageContaining("console");
    }

    @Test
    @Order(5)
    void dataSurvivesARestartAndALossOfTheDirectory() throws IOException {
        // Given
        JsonNode datasets = api.get(Service.INGEST, "/api/v1/datasets");
        int cases = api.get(Service.REMEDIATION, "/api/v1/cases").size();
        Path backup = data.resolve("backup.zip");
        assertThat(run("backup", backup.toString(), "--data", layout.data().toString()))
                .isEqualTo(ExitCodes.FAILURE);

        // When
        fleet.close();
        assertThat(run("backup", backup.toString(), "--data", layout.data().toString()))
                .isEqualTo(ExitCodes.FINE);
        assertThat(run("restore", backup.toString())).isEqualTo(ExitCodes.FAILURE);
        Directories.delete(layout.data());
        assertThat(run("restore", backup.toString())).isEqualTo(ExitCodes.FINE);
        fleet = FaultyFleet.start(layout, TERMINAL);

        // Then
        assertThat(api.get(Service.INGEST, "/api/v1/datasets")).isEqualTo(datasets);
        assertThat(api.get(Service.REMEDIATION, "/api/v1/cases")).hasSize(cases);
        assertThat(api.get(Service.ANALYSIS, "/api/v1/scans")).isNotEmpty();
    }

    @Test
    @Order(6)
    void aDatasetThatIsDeletedTakesAllThatWasDerivedFromItAlong() {
        String directory = layout.data().toString();
        assertThat(run("dataset", "delete", "demo", "--confirm", "other", "--data", directory))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(run("dataset", "delete", "demo", "--confirm", "demo", "--data", directory))
                .isEqualTo(ExitCodes.FINE);

        await(
                "the cases to go",
                () -> !api.get(Service.REMEDIATION, "/api/v1/cases")
                        .findValuesAsText("dataset")
                        .contains("demo"));
        await(
                "the trend to go",
                () -> api.get(Service.ANALYSIS, "/api/v1/trends?dataset=demo&model=demo")
                        .isEmpty());
        assertThat(api.get(Service.INGEST, "/api/v1/datasets").findValuesAsText("name"))
                .doesNotContain("demo");
        assertThat(run("dataset", "delete", "demo", "--confirm", "demo", "--data", directory))
                .isEqualTo(ExitCodes.USAGE);
    }
}
