package io.kenshin.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An {@link IdentityProvider} for a {@code @QuarkusTest} to know people by. */
public final class SignInResource implements QuarkusTestResourceLifecycleManager {
    private static @Nullable IdentityProvider provider;

    /** @throws IllegalStateException when no test asked for one */
    public static synchronized IdentityProvider provider() {
        if (provider == null) {
            throw new IllegalStateException("no identity provider runs");
        }
        return provider;
    }

    private static synchronized IdentityProvider started() {
        if (provider == null) {
            provider = IdentityProvider.start();
        }
        return provider;
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "kenshin.access.oidc", "true",
                "kenshin.access.production", "true",
                "kenshin.access.service-key", RoleMatrix.KEY,
                "quarkus.oidc.tenant-enabled", "true",
                "quarkus.oidc.auth-server-url", started().url());
    }

    @Override
    public void stop() {
        // It ends with the JVM.
    }
}
