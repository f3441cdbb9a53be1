package io.kenshin.foundation;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets nobody in without the token where one is set, and does not start beyond loopback without one. */
@ApplicationScoped
public class AccessGuard {
    private final String host;
    private final Optional<String> token;

    AccessGuard(
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "kenshin.api-token") Optional<String> token) {
        this.host = host;
        this.token = token.filter(value -> !value.isBlank());
    }

    void check(@Observes StartupEvent event) {
        boolean loopback = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1");
        if (!loopback && token.isEmpty()) {
            throw new IllegalStateException("refusing to listen on " + host
                    + " without authentication: set KENSHIN_API_TOKEN, or listen on localhost");
        }
    }

    @ServerRequestFilter
    @Nullable
    Response filter(ContainerRequestContext request) {
        if (token.isEmpty() || !request.getUriInfo().getPath().startsWith("/api/")) {
            return null;
        }
        String given =
                Optional.ofNullable(request.getHeaderString("Authorization")).orElse("");
        byte[] expected = ("Bearer " + token.get()).getBytes(StandardCharsets.UTF_8);
        if (MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
            return null;
        }
        return Response.status(ErrorCode.UNAUTHENTICATED.status())
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(ErrorCode.UNAUTHENTICATED, "send the API token as a bearer token"))
                .build();
    }
}
