package io.kenshin.analysis.trend;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a data set and a model change from scan to scan. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/trends")
@Blocking
public class TrendResource {
    private static final int MOST = 500;

    private final Trends trends;

    TrendResource(Trends trends) {
        this.trends = trends;
    }

    /** @param limit the latest so many scans, 1 to 500 */
    @GET
    public List<Trends.Point> of(
            @Nullable @QueryParam("dataset") String dataset,
            @Nullable @QueryParam("model") String model,
            @DefaultValue("50") @QueryParam("limit") int limit) {
        if (dataset == null || model == null) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "give a dataset and a model");
        }
        if (limit < 1 || limit > MOST) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "limit lies between 1 and " + MOST);
        }
        return trends.of(dataset, model, limit);
    }
}
