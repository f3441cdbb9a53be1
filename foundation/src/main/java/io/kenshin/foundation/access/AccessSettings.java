package io.kenshin.foundation.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The settings by which the API of a service is guarded. */
@ConfigMapping(prefix = "kenshin.access")
public interface AccessSettings {
    /** A token that lets its bearer do everything: for one team on one machine. */
    Optional<String> apiToken();

    /** Shared by the services of a fleet: what they sign their own short-lived tokens with. At least 32 characters. */
    Optional<String> serviceKey();

    /** Whether people are known by an identity provider (OpenID Connect). */
    @WithDefault("false")
    boolean oidc();

    /** Whether to start only with an identity provider and a service key. */
    @WithDefault("false")
    boolean production();

    /** From one caller; 0 for as many as they like. */
    @WithDefault("0")
    int requestsPerSecond();
}
