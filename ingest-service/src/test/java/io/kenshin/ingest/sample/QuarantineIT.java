package io.kenshin.ingest.sample;

import static io.kenshin.ingest.Requests.await;
import static io.kenshin.ingest.Requests.line;
import static io.kenshin.ingest.Requests.listed;
import static io.kenshin.ingest.Requests.upload;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.kenshin.contracts.Topics;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.foundation.Json;
import io.kenshin.testkit.Platform;
import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.Records;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "ingest"),
            @ResourceArg(name = "kenshin.ingest.model-store", value = "target/models")
        })
class QuarantineIT {
    @Test
    void aQuarantinedSampleIsNotExportedUntilItIsReleased() {
        // Given
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            body.append(line(i, "clean"));
        }
        upload("guarded", body.toString().getBytes(StandardCharsets.UTF_8)).statusCode(200);
        await("ten samples", () -> listed("guarded", "accepted") == 10);
        String victim = given().get("/api/v1/datasets/guarded/samples?limit=1")
                .jsonPath()
                .getString("[0].id");

        // When, then
        remediation(RemediationEvents.SAMPLES_QUARANTINED, victim);
        await("quarantined", () -> listed("guarded", "quarantined") == 1);
        given().get("/api/v1/datasets/guarded/sources")
                .then()
                .body("[0].samples", equalTo(10))
                .body("[0].quarantined", equalTo(1));
        assertThat(export()).hasSize(9).noneMatch(text -> text.contains(victim));
        remediation(RemediationEvents.SAMPLES_RELEASED, victim);
        await("released", () -> listed("guarded", "accepted") == 10);
        assertThat(export()).hasSize(10);
    }

    private static List<String> export() {
        return given().get("/api/v1/datasets/guarded/export").asString().lines().toList();
    }

    private static void remediation(String type, String sample) {
        RemediationEvents.Data data =
                new RemediationEvents.Data("c-1", "s-1", "guarded", "m", 1, List.of(sample), "because", Map.of(), null);
        String event = Json.write(CloudEvent.of(type, "/test", type, "c-1", "2026-01-01T00:00:00Z", data));
        Records.send(
                Platform.get().bootstrap(), Topics.REMEDIATION_EVENTS, "c-1", event.getBytes(StandardCharsets.UTF_8));
    }
}
