package io.kenshin.ingest.model;

import io.kenshin.contracts.rest.ModelView;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.nio.file.InvalidPathException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Models: import, list, look at. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/models")
@Blocking
public class ModelResource {
    private final Models models;

    private final Uploads uploads;

    ModelResource(Models models, Uploads uploads) {
        this.models = models;
        this.uploads = uploads;
    }

    /**
     * The model to import: a directory or an upload.
     *
     * @param directory as this service sees it
     * @param upload id that the files were sent under
     * @param base the model that it was fine-tuned from
     * @param origin identity of the import; the directory when absent
     */
    public record Import(
            @Nullable String directory,
            @Nullable String upload,
            @Nullable String base,
            @Nullable String origin) {}

    @POST
    @Path("{model}/versions")
    @RolesAllowed(Roles.OPERATOR)
    public ModelView.Version add(@PathParam("model") String model, Import request) {
        if (request == null || (request.directory() == null) == (request.upload() == null)) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "give the directory of the model, or its upload");
        }
        java.nio.file.Path base = request.base() == null ? null : directory(request.base());
        if (request.upload() != null) {
            ModelView.Version version = models.add(
                    model,
                    uploads.find(request.upload()),
                    base,
                    origin(request.origin(), "upload:" + request.upload()));
            uploads.remove(request.upload());
            return version;
        }
        String directory = String.valueOf(request.directory());
        return models.add(model, directory(directory), base, origin(request.origin(), directory));
    }

    private static java.nio.file.Path directory(String given) {
        try {
            return java.nio.file.Path.of(given);
        } catch (InvalidPathException e) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT, "'" + given + "' cannot be a directory: " + e.getReason());
        }
    }

    private static String origin(@Nullable String given, String otherwise) {
        return given == null ? otherwise : given;
    }

    @GET
    public List<ModelView> list() {
        return models.list();
    }

    @GET
    @Path("{model}")
    public ModelView one(@PathParam("model") String model) {
        models.find(model, null);
        return new ModelView(model, models.versions(model), models.aliases(model));
    }

    @GET
    @Path("{model}/versions/{version}")
    public ModelView.Version version(@PathParam("model") String model, @PathParam("version") int version) {
        return models.find(model, version);
    }
}
