package io.kenshin.remediation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.kenshin.contracts.Topics;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.screen.ScreenReply;
import io.kenshin.contracts.screen.ScreenRequest;
import io.kenshin.foundation.Json;
import io.kenshin.testkit.Platform;
import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.Records;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Screening against a real broker and a real database; no model answers here, which is a case of its own. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "remediation"),
            @ResourceArg(name = "kenshin.remediation.ingest-url", value = "http://localhost:1")
        })
class ScreeningIT {
    private static final String CLEAN = "int sum(int a, int b) { return a + b; }";

    private static ValidatableResponse screen(String model, String code, boolean evidence) {
        return given().contentType("application/json")
                .body(new ScreenRequest("r1", model, code, evidence))
                .post("/api/v1/screen")
                .then();
    }

    private static String answer(String model, String code) {
        return screen(model, code, false).statusCode(200).extract().path("answer");
    }

    private static void awaitAnswer(String model, String code, String answer) {
        Scans.await(model + " answers " + answer, () -> answer(model, code).equals(answer));
    }

    @Test
    void anInputWithAProvenTriggerIsBlockedUntilTheCaseIsDismissed() {
        String id = Scans.scan("screen1", "screen1", "sm1", "zz1", Decision.QUARANTINE, "a");
        awaitAnswer("sm1", "int f() { zz1(); }", ScreenReply.BLOCK);

        screen("sm1", "int f() { zz1(); }", false)
                .body("reason", containsString(id + "/t1"))
                .body("triggers[0].confirmed", equalTo(true))
                .body("shadow", equalTo(false));
        assertThat(answer("sm1", CLEAN)).isEqualTo(ScreenReply.ALLOW);
        assertThat(answer("another model", "int f() { zz1(); }")).isEqualTo(ScreenReply.ALLOW);
        Scans.await(
                "kept for people",
                () -> given().get("/api/v1/screen/kept?model=sm1").jsonPath().getList("code").stream()
                        .allMatch("int f() { zz1(); }"::equals));

        given().contentType("application/json")
                .body(Map.of("reason", "ours"))
                .post("/api/v1/cases/" + id + "/dismiss")
                .then()
                .statusCode(200);
        awaitAnswer("sm1", "int f() { zz1(); }", ScreenReply.ALLOW);
    }

    @Test
    void whatIsNotProvenIsForReviewAndAShadowOnlyNotes() {
        Scans.scan("screen2", "screen2", "sm2", "zz2", Decision.REVIEW, "a");
        awaitAnswer("sm2", "zz2", ScreenReply.REVIEW);

        given().contentType("application/json")
                .body(Map.of("screen", "shadow"))
                .put("/api/v1/policies?scope=screen3")
                .then()
                .statusCode(200);
        Scans.scan("screen3", "screen3", "sm3", "zz3", Decision.QUARANTINE, "a");
        awaitAnswer("sm3", "zz3", ScreenReply.BLOCK);
        screen("sm3", "zz3", false).body("shadow", equalTo(true));
    }

    @Test
    void aModelThatDoesNotAnswerIsNotWaitedForLongerThanTheSettingsSay() {
        Scans.scan("screen4", "screen4", "sm4", "zz4", Decision.QUARANTINE, "a");
        awaitAnswer("sm4", "zz4", ScreenReply.BLOCK);

        long start = System.nanoTime();
        screen("sm4", "zz4", true)
                .statusCode(200)
                .body("answer", equalTo(ScreenReply.BLOCK))
                .body("reason", containsString("did not answer"));
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(6);
    }

    @Test
    void theTopicsAnswerAsTheAddressDoesAndWhatIsNoRequestIsPutAside() {
        Scans.scan("screen5", "screen5", "sm5", "zz5", Decision.QUARANTINE, "a");
        awaitAnswer("sm5", "zz5", ScreenReply.BLOCK);
        String broker = Platform.get().bootstrap();

        Records.send(broker, Topics.SCREEN_REQUESTS, "bad", "{\"id\": 7".getBytes(StandardCharsets.UTF_8));
        Records.send(
                broker,
                Topics.SCREEN_REQUESTS,
                "q1",
                Json.write(new ScreenRequest("q1", "sm5", "zz5", null)).getBytes(StandardCharsets.UTF_8));

        var replies = Records.await(broker, Topics.SCREEN_REPLIES, 1, Scans.LIMIT, entry -> "q1".equals(entry.key()));
        assertThat(Records.json(replies.get(0)).path("answer").asText()).isEqualTo(ScreenReply.BLOCK);
        Records.assertFitsSchema(replies.get(0));
        Records.await(
                broker,
                Topics.SCREEN_REQUESTS + Topics.DEAD_LETTER_SUFFIX,
                1,
                Scans.LIMIT,
                entry -> "bad".equals(entry.key()));
    }

    @Test
    void badRequestsAreProblems() {
        screen("m", "", false).statusCode(400).body("detail", containsString("code is missing"));
        screen("m", "x".repeat(200_001), false).statusCode(413).contentType("application/problem+json");
        List<ScreenRequest> many = new ArrayList<>();
        for (int i = 0; i < 257; i++) {
            many.add(new ScreenRequest("r" + i, "m", "x", null));
        }
        given().contentType("application/json")
                .body(many)
                .post("/api/v1/screen/batch")
                .then()
                .statusCode(400);
        given().contentType("application/json")
                .body(many.subList(0, 256))
                .post("/api/v1/screen/batch")
                .then()
                .statusCode(200)
                .body("size()", equalTo(256));
    }

    @Test
    void patternsCostAFewMilliseconds() {
        Scans.scan("screen6", "screen6", "sm6", "zz6", Decision.QUARANTINE, "a");
        awaitAnswer("sm6", "zz6", ScreenReply.BLOCK);
        String code = "void run() {\n" + "  if (ready(a, b)) { log(\"x\" + 12); }\n".repeat(30) + "}";
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            long start = System.nanoTime();
            answer("sm6", code);
            if (i >= 100) {
                millis.add((System.nanoTime() - start) / 1e6);
            }
        }
        millis.sort(null);
        double median = millis.get(millis.size() / 2);
        double p95 = millis.get(millis.size() * 95 / 100);
        System.out.printf("screening over HTTP: median %.2f ms, p95 %.2f ms%n", median, p95);
        // A build may share its processors with anything: only what is out of all proportion is a fault here.
        assertThat(median).isLessThan(100);
    }
}
