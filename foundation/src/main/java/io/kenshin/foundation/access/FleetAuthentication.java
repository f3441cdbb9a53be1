package io.kenshin.foundation.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mechanism that knows bearers by the fleet's own tokens, and where nothing is guarded the one who sits at this
 * machine. Everybody else is left to the identity provider.
 */
@ApplicationScoped
public class FleetAuthentication implements HttpAuthenticationMechanism {
    /** Before the identity provider's. */
    private static final int PRIORITY = HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1_000;

    private static final String BEARER = "Bearer ";

    private final Optional<byte[]> apiToken;
    private final boolean open;
    private final boolean oidc;
    private final ServiceTokens tokens;

    FleetAuthentication(AccessSettings settings, ServiceTokens tokens) {
        apiToken = settings.apiToken()
                .filter(value -> !value.isBlank())
                .map(value -> value.getBytes(StandardCharsets.UTF_8));
        open = apiToken.isEmpty() && !settings.oidc();
        oidc = settings.oidc();
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return Uni.createFrom().item(identity(context));
    }

    private @Nullable SecurityIdentity identity(RoutingContext context) {
        if (open) {
            return identity(Actor.named(context.request().getHeader(Actor.HEADER)), Roles.ALL);
        }
        String header = context.request().getHeader("Authorization");
        if (header == null || !header.startsWith(BEARER)) {
            return null;
        }
        String token = header.substring(BEARER.length());
        if (apiToken.isPresent() && MessageDigest.isEqual(apiToken.get(), token.getBytes(StandardCharsets.UTF_8))) {
            return identity(Actor.named(context.request().getHeader(Actor.HEADER)), Roles.ALL);
        }
        return tokens.read(token)
                .filter(bearer -> bearer.path().isEmpty()
                        || (context.request().method() == HttpMethod.GET
                                && bearer.path().get().equals(context.normalizedPath())))
                .map(bearer -> identity(bearer.subject(), Set.of(bearer.role())))
                .orElse(null);
    }

    private static SecurityIdentity identity(String name, Set<String> roles) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRoles(Roles.withIncluded(roles))
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        // With an identity provider it is that one who says where to sign in.
        return oidc
                ? Uni.createFrom().nullItem()
                : Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public int getPriority() {
        return PRIORITY;
    }
}
