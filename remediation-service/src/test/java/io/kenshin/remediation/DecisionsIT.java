package io.kenshin.remediation;

import static io.kenshin.remediation.CaseCalls.events;
import static io.kenshin.remediation.CaseCalls.policy;
import static io.kenshin.remediation.CaseCalls.post;
import static io.kenshin.remediation.CaseCalls.state;
import static io.kenshin.remediation.CaseCalls.states;
import static io.kenshin.remediation.Scans.scan;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.testkit.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Decisions of people about samples, from the address to the event. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "remediation"),
            @ResourceArg(name = "kenshin.remediation.ingest-url", value = "http://localhost:1")
        })
class DecisionsIT {
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
    void whereTwoPeopleHaveToAgreeOneIsNotEnough() {
        policy("pair", Map.of("approvals", 2));
        String id = scan("pair", "pair", "x1", Decision.QUARANTINE, "p1");

        int decision = post(id + "/release", "Ada", Map.of("reason", "fine"))
                .statusCode(200)
                .body("state", equalTo("waiting for a second person"), "waits", equalTo(true))
                .extract()
                .path("id");
        assertThat(states(id)).containsExactly("quarantined");
        post(id + "/decisions/" + decision + "/approve", "Ada", Map.of())
                .statusCode(409)
                .body("detail", containsString("another person"));
        post(id + "/decisions/" + decision + "/approve", "Bob", Map.of())
                .statusCode(200)
                .body("approver", equalTo("Bob"), "state", equalTo("done"), "waits", equalTo(false));
        assertThat(states(id)).containsExactly("released");
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

    @Test
    void aDismissedCaseReleasesItsSamplesAndCanBeOpenedAgain() {
        String id = scan("none", "none", "x1", Decision.QUARANTINE, "n1", "n2");
        post(id + "/reopen", "Ada", Map.of()).statusCode(409);

        post(id + "/dismiss", "Ada", Map.of("reason", "a test fixture"))
                .statusCode(200)
                .body("state", equalTo("dismissed"));
        assertThat(states(id)).containsExactly("released", "released");
        post(id + "/reopen", "Bob", Map.of()).statusCode(200).body("state", equalTo("review"));
        post(id + "/quarantine", "Bob", Map.of("reason", "it was real")).statusCode(200);
        assertThat(states(id)).containsExactly("quarantined", "quarantined");
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
    void badRequestsAreProblemsThatSayWhatToDo() {
        String id = scan("bad", "bad", "x1", Decision.QUARANTINE, "b1");

        post(id + "/release", "Ada", Map.of())
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo("give a reason"));
        post(id + "/release", "Ada", Map.of("reason", "x", "samples", List.of("stranger")))
                .statusCode(404)
                .body("detail", containsString("stranger"));
        post(id + "/promote", "Ada", Map.of()).statusCode(409).body("detail", containsString("heal it first"));
        post("c-nobody/heal", "Ada", Map.of()).statusCode(404).body("detail", equalTo("no case c-nobody"));
        post(id + "/heal", "Ada", Map.of("strategy", "prayer"))
                .statusCode(400)
                .body("detail", equalTo("unknown strategy 'prayer': use [inoculate, clean, unlearn]"));
    }
}
