package io.kenshin.remediation.evidence;

import io.kenshin.contracts.rest.EvidenceDocument;
import io.kenshin.foundation.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The evidence of a promoted version. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/cases/{id}/evidence")
@Blocking
public class EvidenceResource {
    private final Evidence evidence;

    EvidenceResource(Evidence evidence) {
        this.evidence = evidence;
    }

    @GET
    public EvidenceDocument one(@PathParam("id") String id) {
        return evidence.of(id);
    }
}
