package io.kenshin.console.proxy;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every answer of the console is guarded with: nothing but its own scripts and styles runs in the page, other
 * pages cannot frame it, and what changes something must come from the page itself.
 */
@ApplicationScoped
public class PageGuard {
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
            + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    /** A foreign page cannot set it without asking first, and is never told yes. */
    static final String OWN = "Kenshin-Console";

    private static final int EARLY = 500;
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final boolean local;

    PageGuard(@ConfigProperty(name = "quarkus.http.host") String host) {
        local = LOOPBACK.contains(host);
    }

    void filters(@Observes Filters filters) {
        filters.register(this::guard, EARLY);
    }

    private void guard(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (!context.normalizedPath().startsWith("/static/")) {
            // Only the bundles carry their version in their name; the rest may change with the next release.
            context.addHeadersEndHandler(end -> context.response().putHeader("Cache-Control", "no-cache"));
        }
        HttpServerRequest request = context.request();
        HostAndPort authority = request.authority();
        if (local && (authority == null || !LOOPBACK.contains(authority.host()))) {
            refuse(context, ErrorCode.FORBIDDEN, "this console is for this machine: open it as localhost");
        } else if (!READING.contains(request.method()) && request.getHeader(OWN) == null) {
            refuse(context, ErrorCode.FORBIDDEN, "changes must come from the console's own page (header " + OWN + ")");
        } else {
            context.next();
        }
    }

    static void refuse(RoutingContext context, ErrorCode error, String why) {
        context.response()
                .setStatusCode(error.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Json.write(Problem.of(error, why)));
    }
}
