package io.kenshin.ingest.source;

import static io.kenshin.ingest.Requests.await;
import static io.kenshin.ingest.Requests.listed;
import static io.kenshin.ingest.Requests.upload;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.kenshin.testkit.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "ingest"),
            @ResourceArg(name = "kenshin.ingest.model-store", value = "target/models")
        })
class SourceIT {
    @Test
    void whatComesFromASourceOnProbationWaitsForAHealthyScanAndWhatIsBlockedStaysOut() {
        // Given two sources, of which one is on probation and one is blocked after its first samples
        upload("origins", (from("good", 0, 20) + from("odd", 100, 5)).getBytes(StandardCharsets.UTF_8))
                .statusCode(200);
        await("25 samples", () -> listed("origins", "accepted") == 25);
        trust("odd", "probation").statusCode(200).body("find { it.name == 'odd' }.trust", equalTo("probation"));
        trust("bad", "blocked").statusCode(200);
        trust("odd", "sometimes").statusCode(400).body("detail", containsString("probation"));

        // When
        upload("origins", (from("odd", 200, 4) + from("bad", 300, 3)).getBytes(StandardCharsets.UTF_8))
                .statusCode(200);

        // Then
        await("4 waiting", () -> listed("origins", "waiting") == 4);
        assertThat(listed("origins", "blocked")).isEqualTo(3);
        assertThat(listed("origins", "accepted")).isEqualTo(25);
        given().get("/api/v1/datasets/origins/manifest").then().body("samples", equalTo(25));
        trust("bad", "trusted").statusCode(200).body("find { it.name == 'bad' }.blocked", equalTo(0));
        assertThat(listed("origins", "accepted")).isEqualTo(28);
    }

    private static ValidatableResponse trust(String source, String trust) {
        return given().contentType("application/json")
                .body(Map.of("trust", trust, "reason", "odd commits"))
                .put("/api/v1/datasets/origins/sources?name=" + source)
                .then();
    }

    private static String from(String source, int first, int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = first; i < first + count; i++) {
            lines.append("{\"code\":\"int f" + i + "() { return " + i + "; }\",\"label\":\"clean\",\"source\":\""
                    + source + "\"}\n");
        }
        return lines.toString();
    }
}
