package io.kenshin.ingest.model;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Models: import, list, look at. */
@Path("/api/v1/models")
@Blocking
public class ModelResource {
    private final Models models;

    ModelResource(Models models) {
        this.models = models;
    }

    /**
     * A directory to import.
     *
     * @param directory as this service sees it
     * @param base the model that it was fine-tuned from
     * @param origin identity of the import; the directory when absent
     */
    public record Import(
            String directory,
            @Nullable String base,
            @Nullable String origin) {}

    @POST
    @Path("{model}/versions")
    public Models.Version add(@PathParam("model") String model, Import request) {
        if (request == null || request.directory() == null) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "give the directory of the model");
        }
        java.nio.file.Path base = request.base() == null ? null : java.nio.file.Path.of(request.base());
        String origin = request.origin() == null ? request.directory() : request.origin();
        return models.add(model, java.nio.file.Path.of(request.directory()), base, origin);
    }

    @GET
    public List<Models.Overview> list() {
        return models.list();
    }

    @GET
    @Path("{model}")
    public Models.Overview one(@PathParam("model") String model) {
        models.find(model, null);
        return new Models.Overview(model, models.versions(model), models.aliases(model));
    }

    @GET
    @Path("{model}/versions/{version}")
    public Models.Version version(@PathParam("model") String model, @PathParam("version") int version) {
        return models.find(model, version);
    }
}
