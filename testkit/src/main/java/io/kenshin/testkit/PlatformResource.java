package io.kenshin.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** The {@link Platform} for a {@code @QuarkusTest}; the argument {@code database} names the service's database. */
public final class PlatformResource implements QuarkusTestResourceLifecycleManager {
    private String database = "ingest";
    private final Map<String, String> extra = new HashMap<>();

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
        extra.putAll(arguments);
        extra.remove("database");
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>(Platform.get().environment(database));
        configuration.putAll(extra);
        return configuration;
    }

    @Override
    public void stop() {
        // The platform ends with the JVM.
    }
}
