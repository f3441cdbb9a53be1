package io.kenshin.ingest.dataset;

import io.kenshin.contracts.rest.DatasetManifest;
import io.kenshin.contracts.rest.DatasetView;
import io.kenshin.contracts.sample.LanguageName;
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

    /**
     * The declaration of a data set.
     *
     * @param labels that its samples may have; without, any are taken
     * @param language of its samples that name none
     */
    public record Declaration(
            @Nullable List<String> labels, @Nullable String language) {}

    @PUT
    @Path("{name}")
    @RolesAllowed(Roles.OPERATOR)
    public DatasetView declare(@PathParam("name") String name, @Nullable Declaration declaration) {
        if (declaration == null) {
            datasets.declare(name, null, null);
        } else {
            datasets.declare(name, declaration.labels(), LanguageName.of(declaration.language()));
        }
        return datasets.one(name);
    }

    @GET
    public List<DatasetView> list() {
        return datasets.list();
    }

    @GET
    @Path("{name}")
    public DatasetView one(@PathParam("name") String name) {
        return datasets.one(name);
    }

    /** What the training split is made of at this moment; quarantined samples are no part of it. */
    @GET
    @Path("{name}/manifest")
    public DatasetManifest manifest(@PathParam("name") String name) {
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
