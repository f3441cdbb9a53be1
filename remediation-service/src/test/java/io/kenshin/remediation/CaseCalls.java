package io.kenshin.remediation;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.contracts.Topics;
import io.kenshin.testkit.Platform;
import io.kenshin.testkit.Records;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls about cases and policies, as people make them. */
final class CaseCalls {
    private CaseCalls() {}

    static ValidatableResponse post(String path, String actor, Map<String, ?> body) {
        return given().contentType("application/json")
                .header("Kenshin-User", actor)
                .body(body)
                .post("/api/v1/cases/" + path)
                .then();
    }

    static List<String> states(String id) {
        return given().get("/api/v1/cases/" + id + "/samples").jsonPath().getList("state");
    }

    static String state(String id) {
        return given().get("/api/v1/cases/" + id).jsonPath().getString("state");
    }

    static void policy(String dataset, Map<String, ?> policy) {
        given().contentType("application/json")
                .body(policy)
                .put("/api/v1/policies?scope=" + dataset)
                .then()
                .statusCode(200);
    }

    /** Events of a case so far, in their order. */
    static List<String> events(String id, int least) {
        List<String> types = new ArrayList<>();
        Records.await(Platform.get().bootstrap(), Topics.REMEDIATION_EVENTS, least, Scans.LIMIT, entry -> {
            JsonNode event = Records.json(entry);
            boolean own = event.path("subject").asText().equals(id);
            if (own) {
                types.add(event.path("type").asText());
            }
            return own;
        });
        return types;
    }
}
