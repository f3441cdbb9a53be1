package io.kenshin.ingest.model;

import static io.kenshin.ingest.Requests.MINILM;
import static io.kenshin.ingest.Requests.importModel;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.kenshin.testkit.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "ingest"),
            @ResourceArg(name = "kenshin.ingest.model-store", value = "target/models")
        })
class ModelIT {
    @Test
    void aModelDirectoryIsCheckedBeforeItIsTaken(@TempDir Path directory) throws IOException {
        // Given
        Path without = Files.createDirectories(directory.resolve("without"));
        Files.writeString(without.resolve("config.json"), "{}");
        Files.writeString(without.resolve("tokenizer.json"), "{}");
        Path truncated = Files.createDirectories(directory.resolve("truncated"));
        Files.copy(MINILM.resolve("config.json"), truncated.resolve("config.json"));
        Files.copy(MINILM.resolve("tokenizer.json"), truncated.resolve("tokenizer.json"));
        try (var in = Files.newInputStream(MINILM.resolve("model.onnx"))) {
            Files.write(truncated.resolve("model.onnx"), in.readNBytes(3 << 20));
        }

        // When, then
        importModel("broken", without).statusCode(400).body("detail", containsString("no model.onnx"));
        importModel("broken", truncated).statusCode(400).body("detail", containsString("truncated"));
        importModel("broken", directory.resolve("nowhere"))
                .statusCode(400)
                .body("detail", containsString("no directory"));
        given().get("/api/v1/models/broken").then().statusCode(404);
    }
}
