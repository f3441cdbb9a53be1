package io.kenshin.analysis.map;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The map of a scan. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/scans/{id}/map")
@Blocking
public class MapResource {
    private final Maps maps;

    MapResource(Maps maps) {
        this.maps = maps;
    }

    @GET
    public ScanMap map(@PathParam("id") String id) {
        ScanMap map = maps.find(id);
        if (map == null) {
            throw new KenshinException(
                    ErrorCode.NOT_FOUND,
                    "scan " + id + " has no map: it is unknown, not finished, or has too few samples");
        }
        return map;
    }
}
