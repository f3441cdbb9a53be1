package io.kenshin.remediation;

import static io.kenshin.testkit.RoleMatrix.BRING;
import static io.kenshin.testkit.RoleMatrix.DECIDE;
import static io.kenshin.testkit.RoleMatrix.READ;
import static io.kenshin.testkit.RoleMatrix.RUN;

import io.kenshin.testkit.AccessResource;
import io.kenshin.testkit.AccessRules;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
@WithTestResource(
        value = AccessResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "remediation"),
            @ResourceArg(name = "kenshin.remediation.ingest-url", value = "http://localhost:1")
        })
class AccessIT extends AccessRules {
    @Override
    protected Map<String, String> roles() {
        return Map.ofEntries(
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
                Map.entry("GET /api/v1/policies/fields", READ),
                Map.entry("PUT /api/v1/policies", RUN),
                Map.entry("GET /api/v1/webhook/deliveries", READ),
                Map.entry("POST /api/v1/webhook/deliveries/again", RUN),
                Map.entry("POST /api/v1/screen", BRING),
                Map.entry("POST /api/v1/screen/batch", BRING),
                Map.entry("GET /api/v1/screen/kept", READ));
    }
}
