package io.kenshin.ingest;

import static io.kenshin.ingest.Requests.MINILM;
import static io.kenshin.ingest.Requests.importModel;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;

import io.kenshin.testkit.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
class IngestIT {
    @Test
    void namesThatCouldBePathsAreRefused() {
        for (String name : List.of("..%2Fetc", "%2Fetc", ".hidden", "a%5Cb", "a%20b", "a%00b")) {
            given().urlEncodingEnabled(false)
                    .contentType("application/json")
                    .body(Map.of())
                    .put("/api/v1/datasets/" + name)
                    .then()
                    .statusCode(400)
                    .body("detail", containsString("a name has 1 to 100"));
        }
        importModel(".hidden", MINILM).statusCode(400).body("detail", containsString("a name has 1 to 100"));
        given().get("/api/v1/datasets").then().statusCode(200).body("findAll { it.name.contains('etc') }", empty());
    }

    @Test
    void theApiIsDescribed() {
        given().get("/q/openapi").then().statusCode(200).body(containsString("/api/v1/datasets/{dataset}/samples"));
        given().get("/api/v1/datasets").then().statusCode(200).body("findAll { it.name == 'nope' }", hasSize(0));
    }

    @Test
    void anotherPageOrHostNameIsRefused() {
        given().header("Origin", "http://localhost:8080")
                .get("/api/v1/datasets")
                .then()
                .statusCode(200);
        for (Map.Entry<String, String> foreign :
                Map.of("Origin", "https://evil.example", "Host", "evil.example").entrySet()) {
            given().header(foreign.getKey(), foreign.getValue())
                    .get("/api/v1/datasets")
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("for this machine"));
        }
    }
}
