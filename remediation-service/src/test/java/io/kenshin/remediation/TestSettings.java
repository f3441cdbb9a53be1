package io.kenshin.remediation;

import io.kenshin.remediation.settings.RemediationSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Settings with their defaults, and a few of them changed. */
public final class TestSettings {
    private TestSettings() {}

    /** @param changed by name after {@code kenshin.remediation.} */
    public static RemediationSettings with(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(Map.of(
                "ingest-url", "http://ingest",
                "jobs.directory", "jobs",
                "jobs.command", "java,-jar,trainer.jar",
                "jobs.image", "example/finetune-job:1",
                "jobs.namespace", "kenshin"));
        values.putAll(changed);
        Map<String, String> properties = new HashMap<>();
        values.forEach((name, value) -> properties.put("kenshin.remediation." + name, value));
        return new SmallRyeConfigBuilder()
                .withMapping(RemediationSettings.class)
                .withDefaultValues(properties)
                .build()
                .getConfigMapping(RemediationSettings.class);
    }
}
