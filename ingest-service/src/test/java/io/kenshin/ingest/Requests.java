package io.kenshin.ingest;

import static io.restassured.RestAssured.given;

import io.kenshin.foundation.Json;
import io.kenshin.testkit.Wait;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The requests that tests of several features make. */
public final class Requests {
    public static final Path MINILM = Path.of(System.getProperty("kenshin.root"), "corpus/target/minilm");
    public static final Duration LIMIT = Duration.ofSeconds(60);

    private Requests() {}

    public static String line(int i, String label) {
        return Json.write(Map.of("id", "e" + i, "code", "int m" + i + "() { return " + i + "; }", "label", label))
                + "\n";
    }

    public static ValidatableResponse upload(String dataset, byte[] body) {
        return given().contentType("application/x-ndjson")
                .body(body)
                .post("/api/v1/datasets/" + dataset + "/samples")
                .then();
    }

    public static void await(String what, BooleanSupplier holds) {
        Wait.until(what, LIMIT, holds);
    }

    public static int listed(String dataset, String state) {
        return given().get("/api/v1/datasets/" + dataset + "/samples?limit=10000&state=" + state)
                .jsonPath()
                .getList("id")
                .size();
    }

    public static ValidatableResponse importModel(String name, Path directory) {
        return given().contentType("application/json")
                .body(Map.of("directory", directory.toString()))
                .post("/api/v1/models/" + name + "/versions")
                .then();
    }
}
