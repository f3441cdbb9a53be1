package io.kenshin.ingest.source;

import io.kenshin.contracts.rest.SourceView;
import io.kenshin.foundation.access.Actor;
import io.kenshin.foundation.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sources of a data set: what was found of each, and how far each is trusted. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/datasets/{dataset}/sources")
@Blocking
public class SourceResource {
    private final Sources sources;

    SourceResource(Sources sources) {
        this.sources = sources;
    }

    /**
     * A change of the trust in a source, from now on.
     *
     * @param trust trusted, probation or blocked
     * @param reason required, but for trusted
     */
    public record Change(@Nullable String trust, @Nullable String reason) {}

    @GET
    public List<SourceView> list(@PathParam("dataset") String dataset) {
        return sources.list(dataset);
    }

    @PUT
    @RolesAllowed(Roles.OPERATOR)
    public List<SourceView> set(
            @PathParam("dataset") String dataset,
            @Nullable @QueryParam("name") String name,
            @Nullable Change change,
            @Nullable @HeaderParam(Actor.HEADER) String actor) {
        String trust = change == null ? null : change.trust();
        String reason = change == null ? null : change.reason();
        sources.set(dataset, name, trust, reason, actor == null ? "somebody" : actor);
        return sources.list(dataset);
    }
}
