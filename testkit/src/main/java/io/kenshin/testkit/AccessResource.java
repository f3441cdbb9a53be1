package io.kenshin.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** The {@link Platform} for a {@code @QuarkusTest} of a service that lets nobody in without a token. */
public final class AccessResource implements QuarkusTestResourceLifecycleManager {
    /** The token that may do everything. */
    public static final String API_TOKEN = "everything";

    private final PlatformResource platform = new PlatformResource();

    @Override
    public void init(Map<String, String> arguments) {
        platform.init(arguments);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>(platform.start());
        configuration.put("kenshin.access.api-token", API_TOKEN);
        configuration.put("kenshin.access.service-key", RoleMatrix.KEY);
        return configuration;
    }

    @Override
    public void stop() {
        platform.stop();
    }
}
