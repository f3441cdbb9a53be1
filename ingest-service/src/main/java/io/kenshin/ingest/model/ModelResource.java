package io.kenshin.ingest.model;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kenshin.contracts.rest.ModelCheck;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Models: import, list, look at. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/models")
@Blocking
public class ModelResource {
    private final Models models;
    private final ModelImport imports;
    private final Uploads uploads;

    ModelResource(Models models, ModelImport imports, Uploads uploads) {
        this.models = models;
        this.imports = imports;
        this.uploads = uploads;
    }

    /**
     * The model to import: a directory or an upload.
     *
     * @param directory as this service sees it
     * @param upload id that the files were sent under
     * @param base the model that it was fine-tuned from, a directory
     * @param baseUpload the same as an upload
     * @param origin identity of the import: where it is given, the same files of another one are another version
     */
    public record Import(
            @Nullable String directory,
            @Nullable String upload,
            @Nullable String base,
            @Nullable String baseUpload,
            @Nullable String origin) {}

    /** A version as it is shown, and whether the same files were known as that already. */
    public record Answer(@JsonUnwrapped ModelView.Version version, boolean known) {}

    @POST
    @Path("{model}/versions")
    @RolesAllowed(Roles.OPERATOR)
    public Answer add(@PathParam("model") String model, Import request) {
        if (request == null || (request.directory() == null) == (request.upload() == null)) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "give the directory of the model, or its upload");
        }
        if (request.base() != null && request.baseUpload() != null) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "give the directory of the base, or its upload");
        }
        String origin = request.origin() != null
                ? request.origin()
                : request.upload() == null ? String.valueOf(request.directory()) : "upload:" + request.upload();
        java.nio.file.Path base = place(request.base(), request.baseUpload());
        ModelImport.Imported imported = imports.add(
                model,
                Objects.requireNonNull(place(request.directory(), request.upload())),
                base,
                origin,
                request.origin() != null);
        Stream.of(request.upload(), request.baseUpload())
                .filter(Objects::nonNull)
                .forEach(uploads::remove);
        return new Answer(imported.version(), imported.known());
    }

    private java.nio.file.@Nullable Path place(@Nullable String directory, @Nullable String upload) {
        return upload != null ? uploads.find(upload) : directory == null ? null : directory(directory);
    }

    private static java.nio.file.Path directory(String given) {
        try {
            return java.nio.file.Path.of(given);
        } catch (InvalidPathException e) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT, "'" + given + "' cannot be a directory: " + e.getReason());
        }
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

    /** Reads the files of a version again: whether they still are what was imported. */
    @GET
    @Path("{model}/versions/{version}/check")
    public ModelCheck check(@PathParam("model") String model, @PathParam("version") int version) {
        List<String> changed = models.changed(model, version);
        return new ModelCheck(changed.isEmpty(), changed);
    }
}
