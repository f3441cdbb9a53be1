package io.kenshin.console.proxy;

import io.kenshin.foundation.access.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.TreeSet;

/** Whom the fleet takes the person at the page for, so that the page offers what they may do. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/console/me")
public class MeResource {
    private final SecurityIdentity identity;

    MeResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * A person.
     *
     * @param roles theirs, with those that these include
     */
    public record Me(String name, Set<String> roles) {}

    @GET
    public Me me() {
        return new Me(identity.getPrincipal().getName(), new TreeSet<>(identity.getRoles()));
    }
}
