package io.kenshin.remediation;

import static io.kenshin.remediation.Scans.LIMIT;
import static io.kenshin.remediation.Scans.scan;
import static io.kenshin.remediation.Scans.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.contracts.Topics;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.scan.Change;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.foundation.Json;
import io.kenshin.remediation.alert.Alerts;
import io.kenshin.testkit.Platform;
import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.Records;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Cases from findings on, against a real broker and a real database; what heals is the fleet's end-to-end test. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "remediation"),
            @ResourceArg(name = "kenshin.remediation.ingest-url", value = "http://localhost:1")
        })
class RemediationIT {
    @Inject
    Alerts alerts;

    private static ValidatableResponse post(String path, String actor, Map<String, ?> body) {
        return given().contentType("application/json")
                .header("Kenshin-User", actor)
                .body(body)
                .post("/api/v1/cases/" + path)
                .then();
    }

    private static List<String> states(String id) {
        return given().get("/api/v1/cases/" + id + "/samples").jsonPath().getList("state");
    }

    private static void policy(String dataset, Map<String, ?> policy) {
        given().contentType("application/json")
                .body(policy)
                .put("/api/v1/policies?scope=" + dataset)
                .then()
                .statusCode(200);
    }

    /** Events of a case so far, in their order. */
    private static List<String> events(String id, int least) {
        List<String> types = new ArrayList<>();
        Records.await(Platform.get().bootstrap(), Topics.REMEDIATION_EVENTS, least, LIMIT, entry -> {
            JsonNode event = Records.json(entry);
            boolean own = event.path("subject").asText().equals(id);
            if (own) {
                types.add(event.path("type").asText());
            }
            return own;
        });
        return types;
    }

    @Test
    void aDecisionIsKeptWithWhoAndWhyAndCanBeUndone() {
        String id = scan("undo", "undo", "x1", Decision.QUARANTINE, "u1", "u2", "u3");

        int decision = post(id + "/release", "Ada", Map.of("samples", List.of("u1", "u2"), "reason", "generated code"))
                .statusCode(200)
                .body("actor", equalTo("Ada"), "samples", equalTo(2))
                .extract()
                .path("id");
        assertThat(states(id)).containsExactly("released", "released", "quarantined");

        post(id + "/decisions/" + decision + "/undo", "Bob", Map.of())
                .statusCode(200)
                .body("state", equalTo("undone"));
        assertThat(states(id)).containsExactly("quarantined", "quarantined", "quarantined");
        post(id + "/decisions/" + decision + "/undo", "Bob", Map.of()).statusCode(409);
        given().get("/api/v1/cases/" + id)
                .then()
                .body("history.actor", hasItem("Ada"))
                .body("history.actor", hasItem("Bob"))
                .body("history.detail", hasItem("2 samples released: generated code"));
        assertThat(events(id, 4))
                .containsExactly(
                        RemediationEvents.CASE_OPENED,
                        RemediationEvents.SAMPLES_QUARANTINED,
                        RemediationEvents.SAMPLES_RELEASED,
                        RemediationEvents.SAMPLES_QUARANTINED);
    }

    @Test
    void ofTwoReviewersTheOneWhoSawAnOlderStateIsTold() {
        String id = scan("race", "race", "x1", Decision.QUARANTINE, "r1", "r2");
        int revision = given().get("/api/v1/cases/" + id).path("revision");
        Map<String, Object> choice = Map.of("samples", List.of("r1"), "reason", "fine", "revision", revision);

        post(id + "/release", "Ada", choice).statusCode(200);
        post(id + "/quarantine", "Bob", choice)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("has changed"));
        assertThat(states(id)).containsExactly("released", "quarantined");
    }

    @Test
    void whatWasReleasedIsNotRaisedAgainByTheSameEvidenceButByOther() {
        String first = scan("mem1", "memory", "x1", Decision.QUARANTINE, "m1", "m2");
        post(first + "/release", "Ada", Map.of("samples", List.of("m1"), "reason", "fine"))
                .statusCode(200);

        String second = scan("mem2", "memory", "x1", Decision.QUARANTINE, "m1", "m2");
        assertThat(given().get("/api/v1/cases/" + second + "/samples")
                        .jsonPath()
                        .getList("sampleId"))
                .isEqualTo(List.of("m2"));
        given().get("/api/v1/cases/" + second).then().body("detail", containsString("1 samples were released"));

        String other = scan("mem3", "memory", "x2", Decision.QUARANTINE, "m1", "m2");
        assertThat(states(other)).containsExactly("quarantined", "quarantined");

        post(first + "/release", "Ada", Map.of("samples", List.of("m2"), "reason", "fine"))
                .statusCode(200);
        String none = scan("mem4", "memory", "x1", Decision.QUARANTINE, "m1", "m2");
        given().get("/api/v1/cases/" + none).then().body("state", equalTo("dismissed"));
        assertThat(events(none, 2)).containsExactly(RemediationEvents.CASE_OPENED, RemediationEvents.CASE_DISMISSED);
        given().get("/api/v1/cases/false-positives")
                .then()
                .body("find { it.dataset == 'memory' }.found", equalTo(2))
                .body("find { it.dataset == 'memory' }.released", equalTo(2));
    }

    @Test
    void whereTwoPeopleHaveToAgreeOneIsNotEnough() {
        policy("pair", Map.of("approvals", 2));
        String id = scan("pair", "pair", "x1", Decision.QUARANTINE, "p1");

        int decision = post(id + "/release", "Ada", Map.of("reason", "fine"))
                .statusCode(200)
                .body("state", equalTo("waiting for a second person"))
                .extract()
                .path("id");
        assertThat(states(id)).containsExactly("quarantined");
        post(id + "/decisions/" + decision + "/approve", "Ada", Map.of())
                .statusCode(409)
                .body("detail", containsString("another person"));
        post(id + "/decisions/" + decision + "/approve", "Bob", Map.of())
                .statusCode(200)
                .body("approver", equalTo("Bob"));
        assertThat(states(id)).containsExactly("released");
    }

    @Test
    void whatWaitsForApprovalCanBeRejectedForAReasonAndNothingElseCan() throws SQLException {
        String id = scan("reject", "reject", "x1", Decision.QUARANTINE, "j1");
        post(id + "/reject", "Ada", Map.of("reason", "no"))
                .statusCode(409)
                .body("detail", containsString("only what waits for approval"));

        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var update = connection.prepareStatement(
                        "update remediation_case set state = 'APPROVAL', healed_version = 2 where id = ?")) {
            update.setString(1, id);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        post(id + "/reject", "Ada", Map.of()).statusCode(400).body("detail", containsString("reason"));
        post(id + "/reject", "Ada", Map.of("reason", "too slow"))
                .statusCode(200)
                .body("state", equalTo("rejected"), "detail", equalTo("too slow"));
        assertThat(events(id, 3)).endsWith(RemediationEvents.MODEL_REJECTED);
    }

    @Test
    void casesAreListedByStateModelAndDataSet() {
        String one = scan("list1", "listed", "x1", Decision.QUARANTINE, "l1");
        String other = scan("list2", "listed", "x1", Decision.QUARANTINE, "l2");
        post(other + "/dismiss", "Ada", Map.of("reason", "none")).statusCode(200);
        String model = given().get("/api/v1/cases/" + one).path("model");

        given().get("/api/v1/cases?dataset=listed").then().body("id", contains(other, one));
        given().get("/api/v1/cases?dataset=listed&state=dismissed").then().body("id", contains(other));
        given().get("/api/v1/cases?dataset=listed&state=quarantined&model=" + model)
                .then()
                .body("id", contains(one));
        given().get("/api/v1/cases?model=unknown").then().body("", empty());
        given().get("/api/v1/cases?state=lost")
                .then()
                .statusCode(400)
                .body("detail", containsString("unknown state 'lost': use one of [quarantined, review,"));
    }

    @Test
    void policiesDecideWhatHappensByItself() {
        policy("strict", Map.of("suspicious", "quarantine"));
        policy("loose", Map.of("suspicious", "ignore", "confirmed", "review"));
        policy("small", Map.of("mostQuarantined", 0.02));

        assertThat(states(scan("strict", "strict", "x1", Decision.REVIEW, "a"))).containsExactly("quarantined");
        assertThat(states(scan("loose", "loose", "x1", Decision.QUARANTINE, "a")))
                .containsExactly("review");
        String small = scan("small", "small", "x1", Decision.QUARANTINE, "a", "b", "c");
        given().get("/api/v1/cases/" + small)
                .then()
                .body("state", equalTo("review"))
                .body("detail", containsString("3 of 100 samples are more than the 2 %"));

        Scans.end(new ScanSummary(
                "s-ignored", "loose", "m", 1, "/m", List.of("a"), Verdict.SUSPICIOUS, "x", 9, 0, List.of()));
        scan("after", "loose", "x1", Decision.QUARANTINE, "b");
        given().get("/api/v1/cases/c-ignored").then().statusCode(404);
    }

    @Test
    void aReviewIsOverWhenNoSampleWaitsForIt() {
        String id = scan("over", "over", "x1", Decision.REVIEW, "o1", "o2", "o3");

        post(id + "/quarantine", "Ada", Map.of("samples", List.of("o1"), "reason", "poison"));
        post(id + "/quarantine", "Ada", Map.of("samples", List.of("o3"), "reason", "poison"));
        assertThat(state(id)).isEqualTo("review");
        int last = post(id + "/release", "Ada", Map.of("samples", List.of("o2"), "reason", "ours"))
                .extract()
                .path("id");
        assertThat(state(id)).isEqualTo("quarantined");

        post(id + "/decisions/" + last + "/undo", "Ada", Map.of()).statusCode(200);
        assertThat(state(id)).isEqualTo("review");
    }

    private static String state(String id) {
        return given().get("/api/v1/cases/" + id).jsonPath().getString("state");
    }

    @Test
    void aScanCallsForAttentionAsFarAsThePolicyWantsToHearOfIt() {
        policy("calm", Map.of("alert", "attack"));

        end("calm1", "calm", Verdict.HEALTHY, Change.DRIFT);
        end("nervous1", "nervous", Verdict.HEALTHY, Change.DRIFT);
        end("nervous1", "nervous", Verdict.HEALTHY, Change.DRIFT);
        Scans.await("the drift", () -> standing().equals(Set.of("nervous drift")));
        // A scan that says nothing about the data takes nothing back.
        end("nervous2", "nervous", Verdict.HEALTHY, Change.UNKNOWN);
        end("calm2", "calm", Verdict.POISONED, null);
        Scans.await("the attack", () -> standing().equals(Set.of("nervous drift", "calm attack")));
        end("nervous3", "nervous", Verdict.HEALTHY, Change.STEADY);
        Scans.await("what is over", () -> standing().equals(Set.of("calm attack")));

        List<JsonNode> said = new ArrayList<>();
        Records.await(Platform.get().bootstrap(), Topics.REMEDIATION_EVENTS, 2, LIMIT, entry -> {
            JsonNode event = Records.json(entry);
            boolean own = event.path("type").asText().equals(RemediationEvents.SCAN_ALERT)
                    && event.path("subject").asText().matches("s-(calm|nervous).*");
            if (own) {
                said.add(event);
            }
            return own;
        });
        assertThat(said)
                .extracting(event -> event.at("/data/dataset").asText() + ": "
                        + event.at("/data/reason").asText())
                .containsExactlyInAnyOrder("nervous: drift: why", "calm: attack: why");
        assertThat(said).extracting(event -> event.path("id").asText()).doesNotHaveDuplicates();
    }

    private static void end(String scan, String dataset, Verdict verdict, @Nullable Change change) {
        Scans.end(new ScanSummary(
                "s-" + scan, dataset, "m", 1, "/m", List.of("a"), verdict, "why", 9, 1, List.of(), null, change));
    }

    private Set<String> standing() {
        return alerts.standing().stream()
                .filter(alert -> List.of("calm", "nervous").contains(alert.dataset()))
                .map(alert -> alert.dataset() + " " + alert.change())
                .collect(Collectors.toSet());
    }

    @Test
    void aWrongPolicyIsNamedAndChangesNothing() {
        for (Map<String, ?> wrong : List.of(
                Map.of("heal", "sometimes"),
                Map.of("approvals", 3),
                Map.of("alert", "loudly"),
                Map.of("mostQuarantined", 7),
                Map.of("colour", "red"),
                Map.of("approvals", "many"))) {
            given().contentType("application/json")
                    .body(wrong)
                    .put("/api/v1/policies?scope=wrong")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("detail", containsString(wrong.keySet().iterator().next()));
        }
        given().get("/api/v1/policies").then().body("scope", org.hamcrest.Matchers.not(hasItem("wrong")));
    }

    @Test
    void newSamplesThatCarryAProvenTriggerJoinItsCaseOnce() {
        String id = scan("proof", "proof", "x1", Decision.QUARANTINE, "k1");

        for (int time = 0; time < 2; time++) {
            recognised("look", "proof", "s-proof", "k2", "k3");
        }
        Scans.await("the new samples", () -> states(id).size() == 3);

        assertThat(states(id)).containsExactly("quarantined", "quarantined", "quarantined");
        assertThat(events(id, 3))
                .containsExactly(
                        RemediationEvents.CASE_OPENED,
                        RemediationEvents.SAMPLES_QUARANTINED,
                        RemediationEvents.SAMPLES_QUARANTINED);
        given().get("/api/v1/cases/c-look").then().statusCode(404);

        // And what people called harmless does not come back with every new sample
        post(id + "/dismiss", "Ada", Map.of("reason", "a harmless idiom")).statusCode(200);
        recognised("later", "proof", "s-proof", "k4");
        String after = scan("after-proof", "proof", "x2", Decision.QUARANTINE, "k5");
        assertThat(states(id)).hasSize(3);
        assertThat(states(after)).hasSize(1);
    }

    /** A scan of new samples that recognises a trigger, as analysis-service says it. */
    private static void recognised(String scan, String dataset, String provenBy, String... samples) {
        for (String sample : samples) {
            send(
                    Topics.FINDINGS,
                    sample,
                    SampleFinding.TYPE,
                    new SampleFinding(
                            "s-" + scan, sample, null, "src", "clean", Decision.QUARANTINE, 1, List.of(), "t1"));
        }
        Scans.end(new ScanSummary(
                "s-" + scan,
                dataset,
                "m",
                1,
                "/models/m/1",
                List.of("clean", "defective"),
                Verdict.POISONED,
                "2 new samples carry triggers that were proven before",
                2,
                samples.length,
                List.of(Scans.trigger("x1", true).recognised("t1", samples.length, provenBy))));
    }

    @Test
    void aDismissedCaseReleasesItsSamplesAndCanBeOpenedAgain() {
        String id = scan("none", "none", "x1", Decision.QUARANTINE, "n1", "n2");

        post(id + "/dismiss", "Ada", Map.of("reason", "a test fixture"))
                .statusCode(200)
                .body("state", equalTo("dismissed"));
        assertThat(states(id)).containsExactly("released", "released");
        post(id + "/reopen", "Bob", Map.of()).statusCode(200).body("state", equalTo("review"));
        post(id + "/quarantine", "Bob", Map.of("reason", "it was real")).statusCode(200);
        assertThat(states(id)).containsExactly("quarantined", "quarantined");
    }

    @Test
    void aMalformedFindingIsPutAsideWithItsReason() {
        SampleFinding refused = new SampleFinding(
                "after-malformed", "\u0000", null, null, "clean", Decision.QUARANTINE, 1, List.of(), null);
        List<String> malformed = List.of(
                Json.write(CloudEvent.of(
                        "refused",
                        "/test",
                        SampleFinding.TYPE,
                        "x",
                        Instant.now().toString(),
                        refused)),
                "{no",
                "null",
                "{\"specversion\":\"1.0\"}",
                "{\"specversion\":\"1.0\",\"type\":\"io.kenshin.sample.judged.v1\",\"data\":{}}");
        malformed.forEach(text -> Records.send(
                Platform.get().bootstrap(), Topics.FINDINGS, "bad", text.getBytes(StandardCharsets.UTF_8)));

        Records.await(
                Platform.get().bootstrap(),
                Topics.FINDINGS + Topics.DEAD_LETTER_SUFFIX,
                malformed.size(),
                LIMIT,
                entry -> entry.headers().lastHeader("dead-letter-reason") != null
                        && malformed.contains(new String(entry.value(), StandardCharsets.UTF_8)));
        assertThat(states(scan("next", "after-malformed", "x1", Decision.QUARANTINE, "q1")))
                .containsExactly("quarantined");
    }

    @Test
    void badRequestsAreProblemsThatSayWhatToDo() {
        String id = scan("bad", "bad", "x1", Decision.QUARANTINE, "b1");
        Set<Integer> seen = new HashSet<>();
        seen.add(post(id + "/release", "Ada", Map.of())
                .contentType("application/problem+json")
                .extract()
                .statusCode());
        seen.add(post(id + "/release", "Ada", Map.of("reason", "x", "samples", List.of("stranger")))
                .body("detail", containsString("stranger"))
                .extract()
                .statusCode());
        seen.add(post(id + "/promote", "Ada", Map.of())
                .body("detail", containsString("heal it first"))
                .extract()
                .statusCode());
        seen.add(post("c-nobody/heal", "Ada", Map.of()).extract().statusCode());
        seen.add(post(id + "/heal", "Ada", Map.of("strategy", "prayer"))
                .extract()
                .statusCode());

        assertThat(seen).containsExactlyInAnyOrder(400, 404, 409);
    }
}
