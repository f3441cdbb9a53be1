package io.kenshin.ingest.sample;

import static io.kenshin.ingest.Requests.LIMIT;
import static io.kenshin.ingest.Requests.await;
import static io.kenshin.ingest.Requests.line;
import static io.kenshin.ingest.Requests.listed;
import static io.kenshin.ingest.Requests.upload;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.kenshin.contracts.Topics;
import io.kenshin.contracts.sample.SampleId;
import io.kenshin.testkit.Platform;
import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.Records;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "ingest"),
            @ResourceArg(name = "kenshin.ingest.model-store", value = "target/models")
        })
class ImportIT {
    @Test
    void goodLinesAreKeptAndEachBadOneIsNamedWithItsReason() throws IOException {
        // Given six good lines among six bad ones
        given().contentType("application/json")
                .body(Map.of("labels", List.of("clean", "defective")))
                .put("/api/v1/datasets/mixed")
                .then()
                .statusCode(200);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(line(1, "clean").getBytes(StandardCharsets.UTF_8));
        body.writeBytes("{\"code\": broken\n".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(line(2, "strange").getBytes(StandardCharsets.UTF_8));
        body.writeBytes("{\"code\":\"x \u00e9\",\"label\":\"clean\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        body.writeBytes(
                ("{\"label\":\"clean\",\"code\":\"" + "x".repeat(10 << 20) + "\"}\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes("{\"label\":\"clean\"}\n[]\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 3; i < 8; i++) {
            body.writeBytes(line(i, "defective").getBytes(StandardCharsets.UTF_8));
        }

        // When
        ValidatableResponse answer = upload("mixed", body.toByteArray());

        // Then
        answer.statusCode(200)
                .body("accepted", equalTo(6))
                .body("rejected", equalTo(6))
                .body("rejections.line", equalTo(List.of(2, 3, 4, 5, 6, 7)))
                .body("rejections[0].reason", containsString("not JSON"))
                .body("rejections[1].reason", containsString("unknown label 'strange'"))
                .body("rejections[2].reason", containsString("UTF-8"))
                .body("rejections[3].reason", containsString("1048576"))
                .body("rejections[4].reason", containsString("no code"))
                .body("rejections[5].reason", containsString("object"));
        await("six samples", () -> listed("mixed", "accepted") == 6);
        List<ConsumerRecord<String, byte[]>> letters = Records.await(
                Platform.get().bootstrap(),
                Topics.SAMPLES + Topics.DEAD_LETTER_SUFFIX,
                6,
                LIMIT,
                entry -> entry.key() != null && entry.key().startsWith("mixed:"));
        assertThat(letters)
                .extracting(entry -> Records.json(entry).path("reason").asText())
                .doesNotContain("");
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void nothingIsCountedTwiceAndAnEmptyInputIsRefused() {
        byte[] body = (line(1, "clean") + line(2, "clean")).getBytes(StandardCharsets.UTF_8);

        upload("twice", body).statusCode(200).body("accepted", equalTo(2));
        upload("twice", body).statusCode(200).body("accepted", equalTo(2));
        upload("twice", (line(3, "clean")).getBytes(StandardCharsets.UTF_8)).statusCode(200);

        await("three samples", () -> listed("twice", "accepted") == 3);
        upload("twice", new byte[0]).statusCode(400).body("detail", containsString("empty"));
    }

    @Test
    void aSampleHasItsOwnLanguageOrThatOfItsDataSetAndNoOtherIdentityForIt() {
        // Given a data set in Java, and samples of which one says something else and one nonsense
        given().contentType("application/json")
                .body(Map.of("language", "java"))
                .put("/api/v1/datasets/languages")
                .then()
                .statusCode(200)
                .body("language", equalTo("java"));
        String body = """
                {"id":"own","code":"int a;","label":"clean","language":"c++"}
                {"id":"none","code":"int b;","label":"clean"}
                {"id":"bad","code":"int c;","label":"clean","language":"C++ (2020)"}
                """;

        // When
        upload("languages", body.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejections[0].line", equalTo(3))
                .body("rejections[0].reason", containsString("'C++ (2020)' is no language"));

        // Then
        await("two samples", () -> listed("languages", "accepted") == 2);
        given().get("/api/v1/datasets/languages/samples")
                .then()
                .body("find { it.externalId == 'own' }.language", equalTo("c++"))
                .body("find { it.externalId == 'own' }.id", equalTo(SampleId.of("languages", "int a;", "clean")))
                .body("find { it.externalId == 'none' }.language", equalTo("java"));
        assertThat(given().get("/api/v1/datasets/languages/export").asString()).contains("c++", "java");
        declareLanguage("python").statusCode(409).body("detail", containsString("exists with the language java"));
        declareLanguage("Java (17)").statusCode(400).body("detail", containsString("'Java (17)' is no language"));
        declareLanguage("Java").statusCode(200).body("language", equalTo("java"));
    }

    private static ValidatableResponse declareLanguage(String language) {
        return given().contentType("application/json")
                .body(Map.of("language", language))
                .put("/api/v1/datasets/languages")
                .then();
    }

    @Test
    void whatIsSentFitsItsSchema() {
        upload("schemas", line(1, "clean").getBytes(StandardCharsets.UTF_8)).statusCode(200);

        Records.await(Platform.get().bootstrap(), Topics.SAMPLES, 1, LIMIT, entry -> {
            boolean own = new String(entry.value(), StandardCharsets.UTF_8).contains("\"schemas\"");
            if (own) {
                Records.assertFitsSchema(entry);
            }
            return own;
        });
    }

    @Test
    void aMalformedRecordOnTheTopicGoesToTheDeadLettersAndBlocksNothing() {
        Records.send(Platform.get().bootstrap(), Topics.SAMPLES, "bad", "{nonsense".getBytes(StandardCharsets.UTF_8));
        String forged = "{\"id\":\"1\",\"dataset\":\"after-bad\",\"code\":\"x\\u0000\",\"label\":\"clean\","
                + "\"split\":\"train\"}";
        Records.send(Platform.get().bootstrap(), Topics.SAMPLES, "nul", forged.getBytes(StandardCharsets.UTF_8));
        upload("after-bad", line(1, "clean").getBytes(StandardCharsets.UTF_8)).statusCode(200);

        await("the good sample", () -> listed("after-bad", "accepted") == 1);
        Records.await(
                Platform.get().bootstrap(),
                Topics.SAMPLES + Topics.DEAD_LETTER_SUFFIX,
                1,
                LIMIT,
                entry -> new String(entry.value(), StandardCharsets.UTF_8).contains("nonsense"));
    }
}
