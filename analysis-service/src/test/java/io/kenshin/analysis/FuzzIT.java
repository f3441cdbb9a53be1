package io.kenshin.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.Topics;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.scan.ScanFailure;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.foundation.Json;
import io.kenshin.testkit.Platform;
import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.RestFuzzer;
import io.kenshin.testkit.SpoiltRecords;
import io.kenshin.testkit.TopicFuzzer;
import io.kenshin.testkit.Wait;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests that nobody means; {@code -Dkenshin.fuzz=10000} sends so many. */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "database", value = "analysis"))
class FuzzIT {
    private static final Duration LIMIT = Duration.ofSeconds(120);

    @TestHTTPResource
    String url;

    @Test
    void whateverIsSentIsAnsweredAndNothingBreaks() throws IOException, InterruptedException {
        RestFuzzer fuzzer = new RestFuzzer(url, 1);

        assertThat(fuzzer.run(Integer.getInteger("kenshin.fuzz", 500))).isEmpty();
    }

    @Test
    void whateverIsOnATopicTheNextGoodScanIsJudged() throws InterruptedException {
        // Given on every topic what nobody could keep
        String broker = Platform.get().bootstrap();
        ScanPlan plan = new ScanPlan("s-x", "d", "m", 1, "/m", List.of("a"), 5, 9, false);
        SpoiltRecords.send(broker, Topics.SCANS, event(ScanPlan.TYPE, plan));
        ScanFailure failure = new ScanFailure("s-y", "why", "d", "m", 1, false);
        SpoiltRecords.send(broker, Topics.SCANS, event(ScanFailure.TYPE, failure));
        SpoiltRecords.send(broker, Topics.VECTORS, "{}");
        SpoiltRecords.send(broker, Topics.PROBE_REPLIES, "{\"logits\":[[1,2]],\"error\":null}");

        // When
        new MadeUpScan("s-good", "good").healthy(120).plan("/models/m/1", false).chunks(0);

        // Then
        try (MadeUpModel model = new MadeUpModel();
                TopicFuzzer groups = new TopicFuzzer(broker, 1)) {
            Wait.until(
                    "the report",
                    LIMIT,
                    () -> given().get("/api/v1/scans/s-good/report").statusCode() == 200);
            groups.awaitRead(LIMIT);
        }
        given().get("/q/health/live").then().statusCode(200);
    }

    private static String event(String type, Object data) {
        return Json.write(CloudEvent.of("e", "/test", type, "s-x", "2026-01-01T00:00:00Z", data));
    }
}
