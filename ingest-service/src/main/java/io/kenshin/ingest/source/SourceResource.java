package io.kenshin.ingest.source;

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
     * How far a source is trusted from now on.
     *
     * @param trust trusted, probation or blocked
     * @param reason required, but for trusted
     */
    public record Change(@Nullable String trust, @Nullable String reason) {}

    @GET
    public List<Sources.Source> list(@PathParam("dataset") String dataset) {
        return sources.list(dataset);
    }

    @PUT
    @RolesAllowed(Roles.OPERATOR)
    public List<Sources.Source> set(
            @PathParam("dataset") String dataset,
            @Nullable @QueryParam("name") String name,
            @Nullable Change change,
            @Nullable @HeaderParam("Kenshin-User") String actor) {
        sources.set(dataset, name, change, actor == null ? "somebody" : actor);
        return sources.list(dataset);
    }
}
