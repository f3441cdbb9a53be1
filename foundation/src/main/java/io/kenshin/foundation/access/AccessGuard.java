package io.kenshin.foundation.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The guard at the start of a service: not beyond loopback without authentication, nor in production without sign-in.
 */
@ApplicationScoped
public class AccessGuard {
    private static final int LEAST_KEY = 32;

    private final String host;
    private final AccessSettings settings;

    AccessGuard(@ConfigProperty(name = "quarkus.http.host") String host, AccessSettings settings) {
        this.host = host;
        this.settings = settings;
    }

    void check(@Observes StartupEvent event) {
        check(host, settings);
    }

    static void check(String host, AccessSettings settings) {
        boolean token = settings.apiToken().filter(value -> !value.isBlank()).isPresent();
        String key = settings.serviceKey().orElse("");
        if (!key.isEmpty() && key.length() < LEAST_KEY) {
            throw new IllegalStateException("KENSHIN_SERVICE_KEY is too short: give at least " + LEAST_KEY
                    + " characters (openssl rand -base64 48)");
        }
        if (settings.production() && (!settings.oidc() || key.isEmpty() || token)) {
            throw new IllegalStateException(
                    "refusing to start in production without an identity provider: set KENSHIN_OIDC=true,"
                            + " KENSHIN_OIDC_URL and KENSHIN_SERVICE_KEY, and no KENSHIN_API_TOKEN");
        }
        if (settings.oidc() && key.isEmpty()) {
            throw new IllegalStateException(
                    "with an identity provider, services sign their own tokens: set KENSHIN_SERVICE_KEY");
        }
        boolean loopback = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1");
        if (!loopback && !token && !settings.oidc()) {
            throw new IllegalStateException("refusing to listen on " + host
                    + " without authentication: set KENSHIN_OIDC or KENSHIN_API_TOKEN, or listen on localhost");
        }
    }
}
