package io.kenshin.remediation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.Topics;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.contracts.screen.ScreenRequest;
import io.kenshin.contracts.training.TrainingProgress;
import io.kenshin.foundation.Json;
import io.kenshin.testkit.Platform;
import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.Records;
import io.kenshin.testkit.RestFuzzer;
import io.kenshin.testkit.SpoiltRecords;
import io.kenshin.testkit.TopicFuzzer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests that nobody means; {@code -Dkenshin.fuzz=10000} sends so many. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "remediation"),
            @ResourceArg(name = "kenshin.remediation.ingest-url", value = "http://localhost:1")
        })
class FuzzIT {
    @TestHTTPResource
    String url;

    @Test
    void whateverIsSentIsAnsweredAndNothingBreaks() throws IOException, InterruptedException {
        RestFuzzer fuzzer = new RestFuzzer(url, 1);

        assertThat(fuzzer.run(Integer.getInteger("kenshin.fuzz", 500))).isEmpty();
    }

    @Test
    void whateverIsOnATopicTheNextGoodRecordsAreTaken() {
        // Given on every topic what nobody could keep
        String broker = Platform.get().bootstrap();
        SampleFinding finding =
                new SampleFinding("s-spoilt", "x", "e", "src", "clean", Decision.QUARANTINE, 1, List.of(), "t1");
        SpoiltRecords.send(broker, Topics.FINDINGS, event(SampleFinding.TYPE, finding));
        ScanSummary end = new ScanSummary(
                "s-spoilt",
                "spoilt",
                "m",
                1,
                "/m",
                List.of("clean"),
                Verdict.POISONED,
                "why",
                100,
                5,
                List.of(Scans.trigger("x", true)),
                null,
                null);
        SpoiltRecords.send(broker, Topics.SCANS, event(ScanSummary.TYPE, end));
        SpoiltRecords.send(
                broker, Topics.TRAINING_PROGRESS, Json.write(new TrainingProgress("j", 1, 3, 32, 100, 0.5, 0.75)));
        SpoiltRecords.send(broker, Topics.SCREEN_REQUESTS, screen("spoilt"));
        SpoiltRecords.send(broker, Topics.PROBE_REPLIES, "{\"logits\":[[1,2]],\"error\":null}");
        SpoiltRecords.send(
                broker, Topics.REMEDIATION_EVENTS, event(RemediationEvents.CASE_OPENED, Map.of("caseId", "c-x")));

        // When
        String id = Scans.scan("sound", "sound", "word", Decision.QUARANTINE, "sound1");
        Records.send(broker, Topics.SCREEN_REQUESTS, "good", screen("good").getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(CaseCalls.states(id)).containsExactly("quarantined");
        Records.await(
                broker,
                Topics.SCREEN_REPLIES,
                1,
                Scans.LIMIT,
                entry -> Records.json(entry).path("id").asText().equals("good"));
        try (TopicFuzzer groups = new TopicFuzzer(broker, 1)) {
            groups.awaitRead(Scans.LIMIT);
        }
        given().get("/q/health/live").then().statusCode(200);
    }

    private static String screen(String id) {
        return Json.write(new ScreenRequest(id, "m", "int a;", false));
    }

    private static String event(String type, Object data) {
        return Json.write(CloudEvent.of("e", "/test", type, "s-spoilt", "2026-01-01T00:00:00Z", data));
    }
}
