package io.kenshin.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.RoleMatrix;
import io.kenshin.testkit.SignInResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** People as an identity provider knows them. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "ingest"),
            @ResourceArg(name = "kenshin.ingest.model-store", value = "target/models"),
            @ResourceArg(name = "kenshin.access.requests-per-second", value = "5")
        })
@WithTestResource(SignInResource.class)
class SignInIT {
    private static io.restassured.specification.RequestSpecification as(String name, String... groups) {
        return given().contentType("application/json")
                .header("Authorization", "Bearer " + SignInResource.provider().token(name, groups));
    }

    @Test
    void groupsAreRolesAndLesserRolesAreIncluded() {
        as("ana", "operator").body("{}").put("/api/v1/datasets/signed").then().statusCode(200);
        as("ben", "viewer").get("/api/v1/datasets/signed").then().statusCode(200);
        as("ben", "viewer")
                .body("{}")
                .put("/api/v1/datasets/signed")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", containsString("roles"));
        as("eve", "something-else").get("/api/v1/datasets").then().statusCode(403);
    }

    @Test
    void nobodyAndForgedTokensAreRefusedWithAProblem() {
        String good = SignInResource.provider().token("ana", "operator");
        for (String header :
                new String[] {"", "Bearer ", "Bearer x.y.z", "Bearer " + good.substring(0, good.length() - 4) + "AAAA"
                }) {
            given().header("Authorization", header)
                    .get("/api/v1/datasets")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", containsString("Bearer"));
        }
    }

    @Test
    void whoDecidesIsWhoTheProviderSaysWhateverTheHeaderSays() throws SQLException {
        as("ana", "operator").body("{}").put("/api/v1/datasets/named").then().statusCode(200);
        given().contentType("application/json")
                .header("Authorization", "Bearer " + SignInResource.provider().token("ana", "operator"))
                .header("Kenshin-User", "the boss")
                .body(Map.of("trust", "probation", "reason", "new here"))
                .queryParam("name", "vendor")
                .put("/api/v1/datasets/named/sources")
                .then()
                .statusCode(200);

        var config = ConfigProvider.getConfig();
        try (var connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class), "postgres", "postgres");
                var rows = connection
                        .createStatement()
                        .executeQuery("select actor from source_trust where dataset = 'named'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("ana");
        }
    }

    @Test
    void servicesAreKnownByTheirOwnTokens() {
        String token = RoleMatrix.token(RoleMatrix.KEY, "operator", null, 60);

        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/datasets")
                .then()
                .statusCode(200);
    }

    @Test
    void whoSendsTooMuchIsToldWhenToComeAgain() {
        String token = SignInResource.provider().token("flo", "viewer");
        int refused = 0;
        for (int i = 0; i < 100; i++) {
            Response answer = given().header("Authorization", "Bearer " + token).get("/api/v1/datasets");
            if (answer.statusCode() == 429) {
                refused++;
                assertThat(answer.contentType()).startsWith("application/problem+json");
                assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
            } else {
                assertThat(answer.statusCode()).isEqualTo(200);
            }
        }
        assertThat(refused).isPositive().isLessThan(100);
        // Others are not made to wait, and neither is who asks whether the service is well.
        as("gil", "viewer").get("/api/v1/datasets").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }
}
