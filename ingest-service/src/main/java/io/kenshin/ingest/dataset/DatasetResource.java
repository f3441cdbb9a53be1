package io.kenshin.ingest.dataset;

import io.kenshin.foundation.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Data sets: declare, list, look at. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/datasets")
@Blocking
public class DatasetResource {
    private final Datasets datasets;

    DatasetResource(Datasets datasets) {
        this.datasets = datasets;
    }

    /** What a data set is declared with; without labels any are taken. */
    public record Declaration(@Nullable List<String> labels) {}

    @PUT
    @Path("{name}")
    @RolesAllowed(Roles.OPERATOR)
    public Datasets.Overview declare(@PathParam("name") String name, @Nullable Declaration declaration) {
        datasets.declare(name, declaration == null || declaration.labels() == null ? List.of() : declaration.labels());
        return datasets.overview(name);
    }

    @GET
    public List<Datasets.Overview> list() {
        return datasets.list();
    }

    @GET
    @Path("{name}")
    public Datasets.Overview one(@PathParam("name") String name) {
        return datasets.overview(name);
    }

    /** What the training split is made of at this moment; quarantined samples are no part of it. */
    @GET
    @Path("{name}/manifest")
    public Datasets.Manifest manifest(@PathParam("name") String name) {
        return datasets.manifest(name);
    }
}
