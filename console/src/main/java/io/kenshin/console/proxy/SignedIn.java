package io.kenshin.console.proxy;

import io.kenshin.foundation.access.AccessSettings;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Where there is an identity provider, everything but health and metrics is for people who have signed in at it. */
@ApplicationScoped
public class SignedIn implements HttpSecurityPolicy {
    private final AccessSettings settings;

    SignedIn(AccessSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "signed-in";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        if (!settings.oidc() || request.normalizedPath().startsWith("/q/")) {
            return CheckResult.permit();
        }
        return identity.map(known -> known.isAnonymous() ? CheckResult.DENY : CheckResult.PERMIT);
    }
}
