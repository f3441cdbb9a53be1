package io.kenshin.ingest.scan;

import io.kenshin.contracts.rest.ScanEstimate;
import io.kenshin.contracts.rest.ScanView;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.Page;
import io.kenshin.foundation.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scans: order, list, look at. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/scans")
@Blocking
public class ScanResource {
    private final Scans scans;

    ScanResource(Scans scans) {
        this.scans = scans;
    }

    /**
     * A request to scan.
     *
     * @param version null for the one in production
     * @param sample a count (10000), a percentage (10%) or a part (3/10); null for all
     */
    public record Order(
            String dataset,
            String model,
            @Nullable Integer version,
            @Nullable String sample) {}

    @POST
    @RolesAllowed(Roles.OPERATOR)
    public ScanView order(Order order) {
        check(order);
        return scans.order(order.dataset(), order.model(), order.version(), order.sample());
    }

    /** What the scan would cost, by what the last ones with this model did. */
    @POST
    @Path("estimate")
    public ScanEstimate estimate(Order order) {
        check(order);
        return scans.estimate(order.dataset(), order.model(), order.version(), order.sample());
    }

    private static void check(Order order) {
        if (order == null || order.dataset() == null || order.model() == null) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "give a dataset and a model");
        }
    }

    /**
     * The latest first.
     *
     * @param state a verdict or another state, as a scan shows it; null for any
     */
    @GET
    public List<ScanView> list(
            @Nullable @QueryParam("state") String state,
            @Nullable @QueryParam("model") String model,
            @Nullable @QueryParam("dataset") String dataset,
            @QueryParam("limit") @DefaultValue("200") int limit,
            @QueryParam("offset") @DefaultValue("0") int offset) {
        return scans.list(new Scans.Filter(state, model, dataset), new Page(limit, offset));
    }

    @GET
    @Path("{id}")
    public ScanView one(@PathParam("id") String id) {
        return scans.find(id);
    }
}
