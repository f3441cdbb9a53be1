package io.kenshin.foundation;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * The way to the broker, with its TLS and its user: {@code kafka.*}, the same for channels and for plain clients.
 */
@ApplicationScoped
public class BrokerSettings {
    private final Map<String, Object> common;

    BrokerSettings(@Identifier("default-kafka-broker") Map<String, Object> common) {
        this.common = Map.copyOf(common);
    }

    /** Settings of a client with what it needs of its own. */
    public Map<String, Object> with(Map<String, ?> own) {
        Map<String, Object> all = new HashMap<>(common);
        all.putAll(own);
        return all;
    }
}
