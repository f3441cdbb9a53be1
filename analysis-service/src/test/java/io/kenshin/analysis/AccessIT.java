package io.kenshin.analysis;

import static io.kenshin.testkit.RoleMatrix.READ;

import io.kenshin.testkit.AccessResource;
import io.kenshin.testkit.AccessRules;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
@WithTestResource(value = AccessResource.class, initArgs = @ResourceArg(name = "database", value = "analysis"))
class AccessIT extends AccessRules {
    @Override
    protected Map<String, String> roles() {
        return Map.ofEntries(
                Map.entry("GET /api/v1/scans", READ),
                Map.entry("GET /api/v1/scans/{id}", READ),
                Map.entry("GET /api/v1/scans/{id}/report", READ),
                Map.entry("GET /api/v1/scans/{id}/map", READ),
                Map.entry("GET /api/v1/trends", READ));
    }
}
