package io.kenshin.testkit;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The rules of who may do what at a service: the base of its {@code AccessIT}, a {@code @QuarkusTest} with the {@link
 * AccessResource}. Every operation that the service describes is asked as every role; one that the table does not name
 * fails.
 */
public abstract class AccessRules {
    @TestHTTPResource
    protected String url = "";

    /** The roles of each operation, as {@code "GET /api/v1/scans" -> "viewer reviewer operator"}. */
    protected abstract Map<String, String> roles();

    @Test
    void everyOperationIsForItsRoles() throws IOException, InterruptedException {
        RoleMatrix.check(url, roles());
    }
}
