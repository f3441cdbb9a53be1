package io.kenshin.ingest.dataset;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Data sets: declare, list, look at. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/datasets")
@Blocking
public class DatasetResource {
    private final Datasets datasets;
    private final Deletion deletion;

    DatasetResource(Datasets datasets, Deletion deletion) {
        this.datasets = datasets;
        this.deletion = deletion;
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

    /**
     * Deletes a data set and all that was derived from it; there is no way back.
     *
     * @param confirm the name once more
     */
    @DELETE
    @Path("{name}")
    @RolesAllowed(Roles.OPERATOR)
    public void delete(@PathParam("name") String name, @Nullable @QueryParam("confirm") String confirm) {
        if (!name.equals(confirm)) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT, "this cannot be undone: repeat the name as the query parameter confirm");
        }
        deletion.delete(name);
    }
}
