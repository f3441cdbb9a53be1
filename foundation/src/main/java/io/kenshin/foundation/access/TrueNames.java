package io.kenshin.foundation.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** The names that are kept with decisions: whom the fleet knows cannot call themselves something else. */
@ApplicationScoped
public class TrueNames {
    private final AccessSettings settings;
    private final CurrentIdentityAssociation identity;

    TrueNames(AccessSettings settings, CurrentIdentityAssociation identity) {
        this.settings = settings;
        this.identity = identity;
    }

    @ServerRequestFilter
    Uni<Void> filter(ContainerRequestContext request) {
        if (!settings.oidc()) {
            return Uni.createFrom().voidItem();
        }
        return identity.getDeferredIdentity()
                .invoke(known -> {
                    if (!known.isAnonymous()) {
                        request.getHeaders()
                                .putSingle(Actor.HEADER, known.getPrincipal().getName());
                    }
                })
                .replaceWithVoid();
    }
}
