package io.kenshin.console.proxy;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.access.LoopbackGuard;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

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
        if (!READING.contains(request.method()) && request.getHeader(OWN) == null) {
            LoopbackGuard.refuse(
                    context, ErrorCode.FORBIDDEN, "changes must come from the console's own page (header " + OWN + ")");
        } else {
            context.next();
        }
    }
}
