package io.kenshin.console;

import static io.kenshin.testkit.RoleMatrix.READ;

import io.kenshin.testkit.AccessResource;
import io.kenshin.testkit.AccessRules;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
@WithTestResource(value = AccessResource.class, initArgs = @ResourceArg(name = "database", value = "console"))
class AccessIT extends AccessRules {
    @Override
    protected Map<String, String> roles() {
        return Map.ofEntries(
                Map.entry("GET /api/console/live", READ),
                Map.entry("GET /api/console/events", READ),
                Map.entry("GET /api/console/me", READ),
                Map.entry("GET /api/console/fleet", READ));
    }
}
