package io.kenshin.cli.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.benchmarks.faults.Fault;
import io.kenshin.benchmarks.faults.FaultRun;
import io.kenshin.benchmarks.fleet.FaultyFleet;
import io.kenshin.cli.DemoFleet;
import io.kenshin.contracts.Topics;
import io.kenshin.contracts.rest.ScanProgress;
import io.kenshin.fleet.Fleet;
import io.kenshin.fleet.Layout;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.Cases;
import io.kenshin.fleet.client.Progress;
import io.kenshin.fleet.client.Scans;
import io.kenshin.fleet.terminal.Terminal;
import io.kenshin.testkit.TopicFuzzer;
import io.kenshin.testkit.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
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

/** Scans while parts of the fleet are killed or paused and records come twice, broken or from nobody. */
@Order(9)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScanRecoveryE2E {
    private static final Terminal TERMINAL = new Terminal();
    /** A scan on a machine that is busy with other things. */
    private static final int SCAN_SECONDS = 600;

    private static @Nullable FaultRun faults;
    private static DemoFleet demo;
    private static Layout layout;
    private static FaultyFleet fleet;
    private static Api api;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoFleet.shared();
        demo.demo();
        fleet = demo.fleet();
        layout = fleet.layout();
        api = demo.api();
    }

    @AfterAll
    static void stop() {
        if (faults != null) {
            faults.close();
        }
    }

    private static void await(String what, BooleanSupplier holds) {
        await(what, 120, holds);
    }

    private static void await(String what, int seconds, BooleanSupplier holds) {
        Wait.until(what, Duration.ofSeconds(seconds), holds);
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
        return new Scans(api).order("demo", "demo", 1, null).id();
    }

    /** Lets all samples back in, as a person would, and waits until ingest has heard of it. */
    private static void releaseAll() {
        await("quarantine", () -> demo.quarantined() > 0);
        Cases cases = demo.allCases();
        cases.list().forEach(open -> cases.act(open.id(), "release", Map.of("reason", "test")));
        await("release", () -> demo.quarantined() == 0);
    }

    /** The report of a scan that finds something, when its case is open as well: it would come between later tests. */
    private static JsonNode report(String scanId) {
        Progress progress = new Progress(api, TERMINAL, fleet::failIfCrashed);
        progress.scan(scanId);
        progress.caseOf(scanId, 120);
        return new Scans(api).reportJson(scanId);
    }

    @Test
    @Order(1)
    void anAnalysisThatIsKilledMidScanGivesTheSameReport() throws IOException, InterruptedException {
        // Given the report of a scan that nothing disturbs
        FaultRun run = faults();

        // When the analysis is killed while it proves
        String scanId = order();
        await("the proof", () -> {
            ScanProgress progress = new Scans(api).progress(scanId);
            return progress != null && progress.stage().equals("prove") && progress.done() > 0;
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
    @Order(1)
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
        await("the other replica", SCAN_SECONDS, () -> logged(other, "scan " + scanId + " of "));
        if (!second) {
            fleet.restart(own);
            fleet.retire(replica);
        }
        assertThat(run.same(report(scanId))).isTrue();
    }

    private static boolean logged(String part, String text) {
        try {
            return Files.readString(layout.log(part)).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Order(1)
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

    /** With {@code -Dkenshin.fuzz=10000}: so many. What they leave behind stays for the tests that follow. */
    @Test
    @Order(2)
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
}
