package io.kenshin.console;

import static io.kenshin.testkit.RoleMatrix.READ;

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
            @ResourceArg(name = "database", value = "console"),
            @ResourceArg(name = "kenshin.access.api-token", value = "everything"),
            @ResourceArg(name = "kenshin.access.service-key", value = RoleMatrix.KEY)
        })
class AccessIT {

    @TestHTTPResource
    String url;

    @Test
    void everyOperationIsForItsRoles() throws IOException, InterruptedException {
        RoleMatrix.check(
                url,
                Map.ofEntries(
                        Map.entry("GET /api/console/live", READ),
                        Map.entry("GET /api/console/events", READ),
                        Map.entry("GET /api/console/me", READ),
                        Map.entry("GET /api/console/fleet", READ)));
    }
}
