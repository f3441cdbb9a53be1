package io.kenshin.remediation.cases;

import io.kenshin.contracts.Word;
import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.rest.CaseSample;
import io.kenshin.contracts.rest.CaseView;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.Page;
import io.kenshin.foundation.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cases to look at; what can be done with them stands with each feature. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/cases")
@Blocking
public class CaseResource {
    private final Cases cases;
    private final CaseSamples samples;
    private final CaseViews views;

    CaseResource(Cases cases, CaseSamples samples, CaseViews views) {
        this.cases = cases;
        this.samples = samples;
        this.views = views;
    }

    /**
     * The latest first.
     *
     * @param state as a case shows it; null for any
     * @param scan id of the scan that a case was opened for
     */
    @GET
    public List<CaseView> list(
            @Nullable @QueryParam("state") String state,
            @Nullable @QueryParam("model") String model,
            @Nullable @QueryParam("dataset") String dataset,
            @Nullable @QueryParam("scan") String scan,
            @QueryParam("limit") @DefaultValue("200") int limit,
            @QueryParam("offset") @DefaultValue("0") int offset) {
        CaseState wanted = state == null ? null : named(state);
        return cases.list(new Cases.Filter(wanted, model, dataset, scan), new Page(limit, offset)).stream()
                .map(views::listed)
                .toList();
    }

    private static CaseState named(String state) {
        return Word.find(CaseState.class, state)
                .orElseThrow(() -> new KenshinException(
                        ErrorCode.INVALID_INPUT,
                        "unknown state '" + state + "': use one of " + Word.texts(CaseState.class)));
    }

    @GET
    @Path("{id}")
    public CaseView one(@PathParam("id") String id) {
        return views.whole(cases.find(id));
    }

    @GET
    @Path("{id}/samples")
    public List<CaseSample> samples(@PathParam("id") String id) {
        return samples.list(id);
    }
}
