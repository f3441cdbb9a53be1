package io.kenshin.analysis.trend;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.kenshin.contracts.Topics;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.scan.ScanFailure;
import io.kenshin.foundation.Json;
import io.kenshin.testkit.Platform;
import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.Records;
import io.kenshin.testkit.Wait;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A scan that never reached the analysis is the latest of its data set all the same, and what alerts go by says so. */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "database", value = "analysis"))
class PlanningFailureIT {
    @Inject
    Trends trends;

    @Test
    void aScanThatCouldNotBePlannedHasFailed() {
        ScanFailure failure = new ScanFailure("s-unplanned", "no sample to scan", "unplanned", "m", 3, false);
        String event = Json.write(CloudEvent.of(
                "s-unplanned-failed",
                "/kenshin/ingest",
                ScanFailure.TYPE,
                "s-unplanned",
                "2026-01-01T00:00:00Z",
                failure));

        Records.send(Platform.get().bootstrap(), Topics.SCANS, "s-unplanned", event.getBytes(StandardCharsets.UTF_8));

        Wait.until(
                "the failure",
                Duration.ofSeconds(60),
                () -> trends.latest().stream()
                        .anyMatch(point -> point.dataset().equals("unplanned")
                                && point.verdict().equals("failed")));
        assertThat(trends.of("unplanned", "m", 5))
                .extracting(Trends.Point::version)
                .containsExactly(3);
        given().get("/api/v1/scans/s-unplanned/report")
                .then()
                .statusCode(409)
                .body("detail", containsString("could not be planned: no sample to scan"));
    }
}
