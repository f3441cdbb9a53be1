package io.kenshin.remediation.promote;

import io.kenshin.contracts.rest.CaseView;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.access.Person;
import io.kenshin.foundation.access.Roles;
import io.kenshin.remediation.cases.CaseViews;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;

/** Decisions of people about a healed version: promote, reject, roll back. */
@RolesAllowed(Roles.REVIEWER)
@Path("/api/v1/cases")
@Blocking
public class PromotionResource {
    private final Promotion promotion;
    private final CaseViews views;
    private final Person person;

    PromotionResource(Promotion promotion, CaseViews views, Person person) {
        this.promotion = promotion;
        this.views = views;
        this.person = person;
    }

    @POST
    @Path("{id}/promote")
    public CaseView promote(@PathParam("id") String id) {
        return views.whole(promotion.approve(id, person.name()));
    }

    /** Why a healed version is not wanted. */
    public record Rejection(@Nullable String reason) {}

    /** The healed version that waits for approval is not wanted; the case can be healed again. */
    @POST
    @Path("{id}/reject")
    public CaseView reject(@PathParam("id") String id, @Nullable Rejection rejection) {
        String reason = rejection == null ? null : rejection.reason();
        if (reason == null || reason.isBlank()) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "give a reason");
        }
        return views.whole(promotion.reject(id, reason, person.name()));
    }

    @POST
    @Path("{id}/rollback")
    @RolesAllowed(Roles.OPERATOR)
    public CaseView rollback(@PathParam("id") String id) {
        return views.whole(promotion.rollback(id, person.name()));
    }
}
