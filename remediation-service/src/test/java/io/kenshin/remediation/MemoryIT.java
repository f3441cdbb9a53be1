package io.kenshin.remediation;

import static io.kenshin.remediation.CaseCalls.events;
import static io.kenshin.remediation.CaseCalls.post;
import static io.kenshin.remediation.CaseCalls.states;
import static io.kenshin.remediation.Scans.scan;
import static io.kenshin.remediation.Scans.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.kenshin.contracts.Topics;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.testkit.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is remembered of earlier scans: releases, and proven triggers. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "remediation"),
            @ResourceArg(name = "kenshin.remediation.ingest-url", value = "http://localhost:1")
        })
class MemoryIT {
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
                List.of(Scans.trigger("x1", true).recognised("t1", samples.length, provenBy)),
                null,
                null));
    }
}
