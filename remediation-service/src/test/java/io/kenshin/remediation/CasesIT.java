package io.kenshin.remediation;

import static io.kenshin.remediation.CaseCalls.post;
import static io.kenshin.remediation.CaseCalls.states;
import static io.kenshin.remediation.Scans.LIMIT;
import static io.kenshin.remediation.Scans.scan;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.kenshin.contracts.Topics;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import io.kenshin.testkit.Platform;
import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.Records;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cases from findings on; what heals is the fleet's end-to-end test. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "remediation"),
            @ResourceArg(name = "kenshin.remediation.ingest-url", value = "http://localhost:1")
        })
class CasesIT {
    @Inject
    Database database;

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
        given().get("/api/v1/cases?scan=s-list1").then().body("id", contains(one));
        given().get("/api/v1/cases?model=unknown").then().body("", empty());
        given().get("/api/v1/cases?state=lost")
                .then()
                .statusCode(400)
                .body("detail", containsString("unknown state 'lost': use one of [quarantined, review,"));
    }

    @Test
    void aCaseSaysWhatPeopleMayDoWithItAndWhetherItHasEnded() {
        String id = scan("says", "says", "x1", Decision.QUARANTINE, "s1");

        given().get("/api/v1/cases/" + id).then().body("actions", contains("heal", "dismiss"), "ended", equalTo(false));
        post(id + "/dismiss", "Ada", Map.of("reason", "none"))
                .body("actions", contains("reopen"), "ended", equalTo(true));
    }

    /** Also of a database that was put back to a time before: others have heard of what it forgot. */
    @Test
    void eachEventComesAfterThoseBeforeIt() {
        String id = scan("sequence", "sequence", "x1", Decision.QUARANTINE, "s1");
        List<Long> opened = sequences(id, 2);
        database.transaction(
                session -> Sql.of("select setval('event_sequence', 1) as set").one(session, row -> row.count("set")));

        post(id + "/dismiss", "Ada", Map.of("reason", "none")).statusCode(200);

        List<Long> all = sequences(id, 4);
        assertThat(all).startsWith(opened.toArray(new Long[0])).isSorted().doesNotHaveDuplicates();
    }

    private static List<Long> sequences(String id, int count) {
        return Records.await(
                        Platform.get().bootstrap(),
                        Topics.REMEDIATION_EVENTS,
                        count,
                        LIMIT,
                        entry -> Records.json(entry).path("subject").asText().equals(id))
                .stream()
                .map(entry -> Records.json(entry).path("sequence").asLong())
                .toList();
    }

    @Test
    void aMalformedFindingIsPutAsideWithItsReason() {
        SampleFinding refused = new SampleFinding(
                "after-malformed", "nul", null, null, "clean", Decision.QUARANTINE, 1, List.of(), null);
        List<String> malformed = List.of(
                Json.write(CloudEvent.of(
                                "refused",
                                "/test",
                                SampleFinding.TYPE,
                                "x",
                                Instant.now().toString(),
                                refused))
                        .replace("\"nul\"", "\"\\u0000\""),
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
}
