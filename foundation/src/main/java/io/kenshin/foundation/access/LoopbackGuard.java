package io.kenshin.foundation.access;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The guard of a service that listens on loopback alone: a foreign page can still reach it through the browser of who
 * sits there, by a request that needs no leave, or by a host name that points to this machine. Neither is answered.
 */
@ApplicationScoped
public class LoopbackGuard {
    private static final int EARLY = 400;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final boolean local;

    LoopbackGuard(@ConfigProperty(name = "quarkus.http.host") String host, AccessSettings settings) {
        local = LOOPBACK.contains(host) && !settings.oidc();
    }

    void filters(@Observes Filters filters) {
        if (local) {
            filters.register(LoopbackGuard::guard, EARLY);
        }
    }

    private static void guard(RoutingContext context) {
        HostAndPort authority = context.request().authority();
        if (authority == null || !LOOPBACK.contains(authority.host())) {
            refuse(context, ErrorCode.FORBIDDEN, "this service is for this machine: call it as localhost");
        } else if (isForeign(context.request().getHeader("Origin"))) {
            refuse(
                    context,
                    ErrorCode.FORBIDDEN,
                    "this service is for this machine: pages from elsewhere may not use it");
        } else {
            context.next();
        }
    }

    static boolean isForeign(@Nullable String origin) {
        if (origin == null) {
            return false;
        }
        try {
            String host = URI.create(origin).getHost();
            return host == null || !LOOPBACK.contains(host);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /** Ends the request with a problem. */
    public static void refuse(RoutingContext context, ErrorCode error, String why) {
        context.response()
                .setStatusCode(error.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Json.write(Problem.of(error, why)));
    }
}
