package io.kenshin.console;

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
            @ResourceArg(name = "kenshin.access.service-key", value = AccessIT.KEY)
        })
class AccessIT {
    static final String KEY = "a-key-for-tests-of-at-least-32-characters";
    private static final String READ = "viewer reviewer operator";

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
                        Map.entry("GET /api/console/live", READ),
                        Map.entry("GET /api/console/events", READ),
                        Map.entry("GET /api/console/fleet", READ)));
    }
}
