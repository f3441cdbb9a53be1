package io.kenshin.ingest.model;

import io.kenshin.foundation.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.io.IOException;
import java.io.InputStream;

/** Files of a model, for whoever does not share a disk with this service. */
@RolesAllowed(Roles.OPERATOR)
@Path("/api/v1/uploads/{id}")
@Blocking
public class UploadResource {
    private final Uploads uploads;

    UploadResource(Uploads uploads) {
        this.uploads = uploads;
    }

    @PUT
    @Path("{file}")
    @Consumes("application/octet-stream")
    public void file(@PathParam("id") String id, @PathParam("file") String file, InputStream body) throws IOException {
        uploads.keep(id, file, body);
    }

    @DELETE
    public void remove(@PathParam("id") String id) {
        uploads.find(id);
        uploads.remove(id);
    }
}
