package io.kenshin.console.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** The console's settings: where the services are, and how long it waits. */
@ConfigMapping(prefix = "kenshin.console")
public interface ConsoleSettings {
    /** Base URL of each service: ingest, embedding, analysis and remediation. */
    Map<String, String> services();

    /** How many of the latest events are shown at once, at most. */
    @WithDefault("1000")
    int mostEvents();

    /** How long the broker may take to answer, in seconds; a page that waits longer shows that it does not. */
    @WithDefault("5")
    int brokerSeconds();
}
