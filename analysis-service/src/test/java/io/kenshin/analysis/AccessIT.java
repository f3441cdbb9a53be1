package io.kenshin.analysis;

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
            @ResourceArg(name = "database", value = "analysis"),
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
                        Map.entry("GET /api/v1/scans", READ),
                        Map.entry("GET /api/v1/scans/{id}", READ),
                        Map.entry("GET /api/v1/scans/{id}/report", READ),
                        Map.entry("GET /api/v1/scans/{id}/map", READ),
                        Map.entry("GET /api/v1/trends", READ)));
    }
}
