package io.kenshin.remediation.screen;

import io.kenshin.contracts.rest.ScreenedInput;
import io.kenshin.contracts.screen.ScreenReply;
import io.kenshin.contracts.screen.ScreenRequest;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Screening for callers that want an answer at once; others use the topics. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/screen")
@Blocking
public class ScreenResource {
    private static final int MOST = 256;

    private final Screener screener;
    private final Screened screened;

    ScreenResource(Screener screener, Screened screened) {
        this.screener = screener;
        this.screened = screened;
    }

    @POST
    @RolesAllowed(Roles.INGESTER)
    public ScreenReply one(@Nullable ScreenRequest request) {
        if (request == null) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "send an object with id, model and code");
        }
        return screener.screen(request);
    }

    @POST
    @Path("batch")
    @RolesAllowed(Roles.INGESTER)
    public List<ScreenReply> batch(@Nullable List<ScreenRequest> requests) {
        if (requests == null || requests.size() > MOST) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "send a list of at most " + MOST + " requests");
        }
        return screener.screen(requests);
    }

    /** Inputs that carried a trigger, the latest first. */
    @GET
    @Path("kept")
    public List<ScreenedInput> kept(
            @Nullable @QueryParam("model") String model, @DefaultValue("100") @QueryParam("most") int most) {
        if (model == null || most < 1 || most > 1_000) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "give a model, and most between 1 and 1000");
        }
        return screened.list(model, most);
    }
}
