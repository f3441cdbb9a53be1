package io.kenshin.cli.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.benchmarks.fleet.FaultyFleet;
import io.kenshin.cli.DemoFleet;
import io.kenshin.cli.command.ExitCodes;
import io.kenshin.contracts.Topics;
import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.fleet.Layout;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.ApiException;
import io.kenshin.testkit.Records;
import io.kenshin.testkit.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Heals whose service is killed, or whose cluster is away. */
@Order(8)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HealRecoveryE2E {
    /** A training on a machine that is busy with other things. */
    private static final int TRAINING_SECONDS = 600;

    @TempDir
    private static Path files;

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

    private static void await(String what, BooleanSupplier holds) {
        await(what, 120, holds);
    }

    private static void await(String what, int seconds, BooleanSupplier holds) {
        Wait.until(what, Duration.ofSeconds(seconds), holds);
    }

    /** The case of the demo, of a team that was not content with its healed version. */
    private static String rolledBack() {
        if (demo.cases(CaseState.ROLLED_BACK).isEmpty()) {
            assertThat(demo.run("rollback", demo.caseIn(CaseState.PROMOTED))).isEqualTo(ExitCodes.FINE);
        }
        return demo.caseIn(CaseState.ROLLED_BACK);
    }

    @Test
    @Order(1)
    void aRemediationThatIsKilledAtEachStepEndsTheCaseOnce() throws IOException, InterruptedException {
        // Given a case, and a team that wants to be asked
        String id = rolledBack();
        String about = "/api/v1/cases/" + id;
        int versions = demo.versions();
        api.put(Service.REMEDIATION, "/api/v1/policies?scope=demo", Map.of("promote", "approval"));

        // When remediation is killed at every step: what people decided, the job, the verification, the question, the
        // promotion
        api.post(Service.REMEDIATION, about + "/dismiss", Map.of("reason", "thought to be none"));
        fleet.crashAndRestart(Service.REMEDIATION);
        assertThat(demo.state(id)).isEqualTo(CaseState.DISMISSED);
        api.post(Service.REMEDIATION, about + "/reopen", Map.of());
        fleet.crashAndRestart(Service.REMEDIATION);
        assertThat(demo.state(id)).isEqualTo(CaseState.REVIEW);
        api.post(Service.REMEDIATION, about + "/quarantine", Map.of("reason", "heal it again"));
        fleet.crashAndRestart(Service.REMEDIATION);
        await("quarantine", () -> demo.quarantined() > 0);
        assertThat(demo.state(id)).isEqualTo(CaseState.QUARANTINED);
        api.post(Service.REMEDIATION, about + "/heal", Map.of());
        await(
                "the job",
                () -> !api.get(Service.REMEDIATION, about + "/log").isEmpty() || demo.state(id) != CaseState.HEALING);
        fleet.crashAndRestart(Service.REMEDIATION);
        assertThat(Files.readAllLines(
                        layout.data().resolve("jobs").resolve(id + "-2").resolve("quarantined.txt")))
                .hasSizeBetween(38, 45);
        await("verification", TRAINING_SECONDS, () -> demo.state(id) != CaseState.HEALING);
        fleet.crashAndRestart(Service.REMEDIATION);
        await("the question", TRAINING_SECONDS, () -> demo.state(id) != CaseState.VERIFYING);
        fleet.crashAndRestart(Service.REMEDIATION);
        assertThat(demo.state(id)).isEqualTo(CaseState.APPROVAL);
        api.post(Service.REMEDIATION, about + "/promote", Map.of());
        fleet.crashAndRestart(Service.REMEDIATION);
        api.put(Service.REMEDIATION, "/api/v1/policies?scope=demo", Map.of());

        // Then there was one job, one version, and each event once for each of the two heals
        assertThat(demo.state(id)).isEqualTo(CaseState.PROMOTED);
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
        Path bill = files.resolve("bill.json");
        await("the evidence", () -> demo.run("evidence", id, "--out", bill.toString()) == ExitCodes.FINE);
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
        try (JobCluster cluster = new JobCluster(layout.trainerCommand(), files.resolve("cluster"))) {
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
            assertThat(demo.state(id)).isEqualTo(CaseState.HEALING);
            cluster.mend();

            // Then there was one job, and the case ended as without a cluster
            await(
                    "the end",
                    TRAINING_SECONDS,
                    () -> demo.state(id) != CaseState.HEALING && demo.state(id) != CaseState.VERIFYING);
            assertThat(demo.state(id)).isEqualTo(CaseState.PROMOTED);
            assertThat(cluster.started()).isEqualTo(1);
            assertThat(demo.versions()).isEqualTo(versions + 1);
        } finally {
            fleet.set(Service.REMEDIATION, Map.of());
            fleet.crashAndRestart(Service.REMEDIATION);
        }
    }
}
