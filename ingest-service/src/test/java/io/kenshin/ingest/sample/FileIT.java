package io.kenshin.ingest.sample;

import static io.kenshin.ingest.Requests.await;
import static io.kenshin.ingest.Requests.line;
import static io.kenshin.ingest.Requests.listed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.kenshin.testkit.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "ingest"),
            @ResourceArg(name = "kenshin.ingest.model-store", value = "target/models")
        })
class FileIT {
    @Test
    void parquetAndCsvAreReadWithTheColumnsThatAreNamed(@TempDir Path directory) throws IOException, SQLException {
        // Given
        Path parquet = directory.resolve("x.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("copy (select 'int a' || i || ';' as func, i % 2 as target, 'p' || i as idx,"
                    + " 'java' as language from range(50) t(i)) to '"
                    + parquet + "' (format parquet)");
        }
        String csv = "func,target,language\n\"int c1;\",0,c\n\"int \"\"c2\"\",\nx;\",1,\n";

        // When, then
        file("tables", "parquet", Files.readAllBytes(parquet)).statusCode(200).body("accepted", equalTo(50));
        file("tables", "csv", csv.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("accepted", equalTo(2));
        file("tables", "parquet", "no parquet".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("detail", containsString("cannot be read"));
        given().contentType("application/octet-stream")
                .body("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/datasets/tables/files?format=csv")
                .then()
                .statusCode(400)
                .body("detail", containsString("no column 'code'"));
        await("all rows", () -> listed("tables", "accepted") == 52);
        List<String> languages =
                given().get("/api/v1/datasets/tables/samples").jsonPath().getList("language", String.class);
        assertThat(languages).hasSize(52).containsOnly("java", "c", null);
        assertThat(languages.stream().filter("java"::equals)).hasSize(50);
    }

    private static ValidatableResponse file(String dataset, String format, byte[] body) {
        return given().contentType("application/octet-stream")
                .body(body)
                .post("/api/v1/datasets/" + dataset + "/files?code=func&label=target&id=idx&format=" + format)
                .then();
    }

    @Test
    void aFileThatIsNotWhatItsManifestDescribesIsRefusedWhole() {
        byte[] body = line(1, "clean").getBytes(StandardCharsets.UTF_8);
        String right = sha256(body);

        importDigested(body, right.replace(right.charAt(0), right.charAt(0) == '0' ? '1' : '0'))
                .statusCode(400)
                .body("detail", containsString(right));
        given().get("/api/v1/datasets/digested").then().statusCode(404);

        importDigested(body, right.toUpperCase(java.util.Locale.ROOT))
                .statusCode(200)
                .body("accepted", equalTo(1));
    }

    private static String sha256(byte[] bytes) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static ValidatableResponse importDigested(byte[] body, String sha256) {
        return given().contentType("application/octet-stream")
                .body(body)
                .post("/api/v1/datasets/digested/files?sha256=" + sha256)
                .then();
    }
}
