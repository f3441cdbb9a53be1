package io.kenshin.remediation.webhook;

import io.kenshin.contracts.rest.WebhookDelivery;
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
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has not reached the webhook: to be looked at, and to be sent again. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/webhook/deliveries")
@Blocking
public class WebhookResource {
    private static final Set<String> STATES = Set.of("", WebhookDelivery.WAITING, WebhookDelivery.GIVEN_UP);

    private final Deliveries deliveries;

    WebhookResource(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** @param state waiting or given-up; both when absent */
    @GET
    public List<WebhookDelivery> list(
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("limit") @DefaultValue("200") int limit,
            @QueryParam("offset") @DefaultValue("0") int offset) {
        if (!STATES.contains(state)) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT, "unknown state '" + state + "': use waiting or given-up");
        }
        return deliveries.list(state, new Page(limit, offset));
    }

    /**
     * The deliveries to begin anew.
     *
     * @param ids of events, also of those that wait; all that were given up when absent
     */
    public record Again(@Nullable List<@Nullable String> ids) {}

    /** How many were begun anew. */
    public record Begun(int deliveries) {}

    @POST
    @Path("again")
    @RolesAllowed(Roles.OPERATOR)
    public Begun again(@Nullable Again request) {
        List<@Nullable String> ids = request == null ? null : request.ids();
        if (ids != null && ids.size() > Page.MOST) {
            throw new KenshinException(ErrorCode.TOO_LARGE, "name at most " + Page.MOST + " events");
        }
        return new Begun(deliveries.again(
                ids == null ? null : ids.stream().filter(Objects::nonNull).toList()));
    }
}
