package io.kenshin.remediation;

import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.RoleMatrix;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may do what. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "remediation"),
            @ResourceArg(name = "kenshin.remediation.ingest-url", value = "http://localhost:1"),
            @ResourceArg(name = "kenshin.access.api-token", value = "everything"),
            @ResourceArg(name = "kenshin.access.service-key", value = AccessIT.KEY)
        })
class AccessIT {
    static final String KEY = "a-key-for-tests-of-at-least-32-characters";
    private static final String READ = "viewer reviewer operator";
    private static final String DECIDE = "reviewer operator";
    private static final String RUN = "operator";
    private static final String BRING = "ingester operator";

    @TestHTTPResource
    String url;

    private String base() {
        return url.replaceAll("/$", "");
    }

    @Test
    void everyOperationIsForItsRoles() throws IOException, InterruptedException {
        RoleMatrix.check(
                base(),
                KEY,
                Map.ofEntries(
                        Map.entry("GET /api/v1/cases", READ),
                        Map.entry("GET /api/v1/cases/{id}", READ),
                        Map.entry("GET /api/v1/cases/{id}/samples", READ),
                        Map.entry("GET /api/v1/cases/{id}/decisions", READ),
                        Map.entry("GET /api/v1/cases/{id}/log", READ),
                        Map.entry("GET /api/v1/cases/{id}/evidence", READ),
                        Map.entry("GET /api/v1/cases/false-positives", READ),
                        Map.entry("POST /api/v1/cases/{id}/quarantine", DECIDE),
                        Map.entry("POST /api/v1/cases/{id}/release", DECIDE),
                        Map.entry("POST /api/v1/cases/{id}/dismiss", DECIDE),
                        Map.entry("POST /api/v1/cases/{id}/reopen", DECIDE),
                        Map.entry("POST /api/v1/cases/{id}/promote", DECIDE),
                        Map.entry("POST /api/v1/cases/{id}/reject", DECIDE),
                        Map.entry("POST /api/v1/cases/{id}/decisions/{decision}/approve", DECIDE),
                        Map.entry("POST /api/v1/cases/{id}/decisions/{decision}/undo", DECIDE),
                        Map.entry("POST /api/v1/cases/{id}/heal", RUN),
                        Map.entry("POST /api/v1/cases/{id}/cancel", RUN),
                        Map.entry("POST /api/v1/cases/{id}/rollback", RUN),
                        Map.entry("GET /api/v1/policies", READ),
                        Map.entry("GET /api/v1/policies/effective", READ),
                        Map.entry("PUT /api/v1/policies", RUN),
                        Map.entry("POST /api/v1/screen", BRING),
                        Map.entry("POST /api/v1/screen/batch", BRING),
                        Map.entry("GET /api/v1/screen/kept", READ)));
    }
}
