package io.kenshin.ingest.model;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.Wait;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Models and samples for whoever has only the REST interface. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "ingest"),
            @ResourceArg(name = "kenshin.ingest.model-store", value = "target/models")
        })
class UploadIT {
    private static final Path MINILM = Path.of(System.getProperty("kenshin.root"), "corpus/target/minilm");
    private static final Path UPLOADS = Path.of("target/models/.uploads");

    private static ValidatableResponse put(String id, String file, byte[] body) {
        return given().contentType("application/octet-stream")
                .body(body)
                .put("/api/v1/uploads/" + id + "/" + file)
                .then();
    }

    private static ValidatableResponse add(Map<String, String> request) {
        return given().contentType("application/json")
                .body(request)
                .post("/api/v1/models/sent/versions")
                .then();
    }

    /** As it streams: ninety megabytes are too many for the heap of a test client. */
    private static int sendGraph(String id) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + RestAssured.port + "/api/v1/uploads/" + id + "/model.onnx");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofFile(MINILM.resolve("model.onnx")))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aModelThatIsSentFileByFileIsImportedAndNothingOfItStaysBehind() throws IOException, InterruptedException {
        String id = UUID.randomUUID().toString();
        put(
                        id,
                        "config.json",
                        "{\"model_type\":\"bert\",\"id2label\":{\"0\":\"clean\"}}".getBytes(StandardCharsets.UTF_8))
                .statusCode(204);
        put(id, "tokenizer.json", Files.readAllBytes(MINILM.resolve("tokenizer.json")))
                .statusCode(204);
        add(Map.of("upload", id)).statusCode(400).body("detail", containsString("no model.onnx"));
        assertThat(sendGraph(id)).isEqualTo(204);

        add(Map.of("upload", id)).statusCode(200).body("layers", equalTo(6));

        assertThat(UPLOADS.resolve(id)).doesNotExist();
        add(Map.of("upload", id)).statusCode(404).body("detail", containsString("send its files first"));
    }

    @Test
    void namesThatLeaveTheUploadAreRefused() {
        String id = UUID.randomUUID().toString();

        put(id, "..%2F..%2Fevil", new byte[1]).statusCode(org.hamcrest.Matchers.greaterThanOrEqualTo(400));
        put(id, ".hidden", new byte[1]).statusCode(400).body("detail", containsString("name of a file"));
        put("..", "model.onnx", new byte[1]).statusCode(org.hamcrest.Matchers.greaterThanOrEqualTo(400));
        put("no-uuid", "model.onnx", new byte[1]).statusCode(400).body("detail", containsString("UUID"));
        add(Map.of()).statusCode(400).body("detail", containsString("directory"));
        add(Map.of("upload", id, "directory", "/tmp")).statusCode(400);
        assertThat(UPLOADS.resolve(id)).doesNotExist();
    }

    @Test
    void aModelHasNoMoreThanTwentyFiles() {
        String id = UUID.randomUUID().toString();
        for (int i = 0; i < 20; i++) {
            put(id, "f" + i, new byte[1]).statusCode(204);
        }

        put(id, "f20", new byte[1]).statusCode(413);
        put(id, "f19", new byte[2]).statusCode(204);

        given().delete("/api/v1/uploads/" + id).then().statusCode(204);
        assertThat(UPLOADS.resolve(id)).doesNotExist();
    }

    @Test
    void oneSampleIsGivenWithItsCode() {
        given().contentType("application/x-ndjson")
                .body("{\"code\":\"int one;\",\"label\":\"clean\",\"source\":\"a\"}\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/datasets/one/samples")
                .then()
                .statusCode(200);
        Wait.until(
                "the sample",
                Duration.ofSeconds(60),
                () -> given().get("/api/v1/datasets/one/samples")
                                .jsonPath()
                                .getList("id")
                                .size()
                        == 1);
        String id = given().get("/api/v1/datasets/one/samples").jsonPath().getString("[0].id");

        given().get("/api/v1/datasets/one/samples/" + id)
                .then()
                .statusCode(200)
                .body(
                        "code",
                        equalTo("int one;"),
                        "label",
                        equalTo("clean"),
                        "source",
                        equalTo("a"),
                        "state",
                        equalTo("accepted"));
        given().get("/api/v1/datasets/one/samples/nobody").then().statusCode(404);
    }
}
