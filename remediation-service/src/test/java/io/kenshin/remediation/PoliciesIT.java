package io.kenshin.remediation;

import static io.kenshin.remediation.CaseCalls.policy;
import static io.kenshin.remediation.CaseCalls.states;
import static io.kenshin.remediation.Scans.scan;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.testkit.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Policies, and what happens by itself because of them. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "remediation"),
            @ResourceArg(name = "kenshin.remediation.ingest-url", value = "http://localhost:1")
        })
class PoliciesIT {
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
                "s-ignored",
                "loose",
                "m",
                1,
                "/m",
                List.of("a"),
                Verdict.SUSPICIOUS,
                "x",
                9,
                0,
                List.of(),
                null,
                null));
        scan("after", "loose", "x1", Decision.QUARANTINE, "b");
        given().get("/api/v1/cases/c-ignored").then().statusCode(404);
    }

    @Test
    void carriersOfUnprovenPatternsAreWhatThePolicySaysAlsoBesideProvenOnes() {
        policy("held", Map.of("suspicious", "quarantine"));
        policy("left", Map.of("suspicious", "ignore"));

        for (String dataset : List.of("listed-for-review", "held", "left")) {
            Scans.finding(dataset, "proven", Decision.QUARANTINE);
            Scans.finding(dataset, "text-of-the-proven", Decision.REVIEW);
            Scans.finding(dataset, "unproven", Decision.REVIEW, "t2");
            Scans.finding(dataset, "label-in-doubt", Decision.REVIEW, null);
            Scans.ended(dataset, dataset, "m", 4, Scans.trigger("x1", true), Scans.trigger("t2", "x2", false));
            Scans.opened(dataset);
        }

        assertThat(states("c-listed-for-review")).containsExactly("review", "quarantined", "review", "review");
        assertThat(states("c-held")).containsOnly("quarantined").hasSize(4);
        given().get("/api/v1/cases/c-left/samples").then().body("sampleId", contains("proven", "text-of-the-proven"));
    }

    @Test
    void theFieldsOfPoliciesAreKnownWithAllThatTheyMayBe() {
        given().get("/api/v1/policies/fields")
                .then()
                .statusCode(200)
                .body("name", hasItem("alert"))
                .body("find { it.name == 'suspicious' }.default", equalTo("review"))
                .body("find { it.name == 'suspicious' }.values.value", contains("review", "quarantine", "ignore"))
                .body("find { it.name == 'approvals' }.values.value", contains(1, 2))
                .body("find { it.name == 'mostQuarantined' }.values", empty());
    }

    @Test
    void aWrongPolicyIsNamedAndChangesNothing() {
        for (Map<String, ?> wrong : List.of(
                Map.of("heal", "sometimes"),
                Map.of("approvals", 3),
                Map.of("alert", "loudly"),
                Map.of("mostQuarantined", 7),
                Map.of("colour", "red"),
                Map.of("approvals", "2.0"),
                Map.of("approvals", "many"))) {
            given().contentType("application/json")
                    .body(wrong)
                    .put("/api/v1/policies?scope=wrong")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("detail", containsString(wrong.keySet().iterator().next()));
        }
        given().get("/api/v1/policies").then().body("scope", not(hasItem("wrong")));
    }
}
