package io.kenshin.ingest;

import static io.kenshin.testkit.RoleMatrix.BRING;
import static io.kenshin.testkit.RoleMatrix.READ;
import static io.kenshin.testkit.RoleMatrix.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.testkit.AccessResource;
import io.kenshin.testkit.AccessRules;
import io.kenshin.testkit.RoleMatrix;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = AccessResource.class, initArgs = @ResourceArg(name = "database", value = "ingest"))
class AccessIT extends AccessRules {
    @Override
    protected Map<String, String> roles() {
        return Map.ofEntries(
                Map.entry("DELETE /api/v1/schedules/{name}", RUN),
                Map.entry("DELETE /api/v1/uploads/{id}", RUN),
                Map.entry("PUT /api/v1/uploads/{id}/{file}", RUN),
                Map.entry("GET /api/v1/datasets", READ),
                Map.entry("GET /api/v1/datasets/{name}", READ),
                Map.entry("DELETE /api/v1/datasets/{name}", RUN),
                Map.entry("PUT /api/v1/datasets/{name}", RUN),
                Map.entry("GET /api/v1/datasets/{name}/manifest", READ),
                Map.entry("GET /api/v1/datasets/{dataset}/export", READ + " job"),
                Map.entry("GET /api/v1/datasets/{dataset}/samples", READ),
                Map.entry("GET /api/v1/datasets/{dataset}/samples/{id}", READ),
                Map.entry("POST /api/v1/datasets/{dataset}/samples", BRING),
                Map.entry("POST /api/v1/datasets/{dataset}/files", BRING),
                Map.entry("GET /api/v1/datasets/{dataset}/sources", READ),
                Map.entry("PUT /api/v1/datasets/{dataset}/sources", RUN),
                Map.entry("GET /api/v1/models", READ),
                Map.entry("GET /api/v1/models/{model}", READ),
                Map.entry("POST /api/v1/models/{model}/versions", RUN),
                Map.entry("GET /api/v1/models/{model}/versions/{version}", READ),
                Map.entry("GET /api/v1/models/{model}/versions/{version}/check", READ),
                Map.entry("GET /api/v1/scans", READ),
                Map.entry("POST /api/v1/scans", RUN),
                Map.entry("GET /api/v1/scans/{id}", READ),
                Map.entry("POST /api/v1/scans/estimate", READ),
                Map.entry("GET /api/v1/schedules", READ),
                Map.entry("GET /api/v1/schedules/{name}", READ),
                Map.entry("PUT /api/v1/schedules/{name}", RUN),
                Map.entry("POST /api/v1/schedules/{name}/pause", RUN),
                Map.entry("POST /api/v1/schedules/{name}/resume", RUN),
                Map.entry("POST /api/v1/schedules/{name}/run", RUN));
    }

    @Test
    void aJobReadsItsOwnDataAndNothingElseAndNotLonger() throws IOException, InterruptedException {
        String own = "/api/v1/datasets/mine/export";

        assertThat(ask(own, RoleMatrix.token(RoleMatrix.KEY, "job", own, 60))).isNotIn(401, 403);
        assertThat(ask("/api/v1/datasets/other/export", RoleMatrix.token(RoleMatrix.KEY, "job", own, 60)))
                .isEqualTo(401);
        assertThat(ask(own, RoleMatrix.token(RoleMatrix.KEY, "job", own, -120))).isEqualTo(401);
        assertThat(ask(own, RoleMatrix.token("another-key-of-at-least-32-characters", "job", own, 60)))
                .isEqualTo(401);
        assertThat(ask(own, AccessResource.API_TOKEN)).isNotIn(401, 403);
        assertThat(ask(own, "everything else")).isEqualTo(401);
    }

    private int ask(String path, String token) throws IOException, InterruptedException {
        return RoleMatrix.status(url, "GET " + path, "application/json", path, token);
    }
}
