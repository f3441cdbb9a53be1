package io.kenshin.remediation.decide;

import io.kenshin.contracts.remediation.SampleState;
import io.kenshin.contracts.rest.CaseDecision;
import io.kenshin.contracts.rest.CaseView;
import io.kenshin.contracts.rest.FalsePositives;
import io.kenshin.foundation.access.Person;
import io.kenshin.foundation.access.Roles;
import io.kenshin.remediation.cases.CaseViews;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decisions of people: quarantine, release, agree, undo, dismiss. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/cases")
@Blocking
public class DecisionResource {
    private final Decisions decisions;
    private final Releases releases;
    private final CaseViews views;
    private final Person person;

    DecisionResource(Decisions decisions, Releases releases, CaseViews views, Person person) {
        this.decisions = decisions;
        this.releases = releases;
        this.views = views;
        this.person = person;
    }

    @POST
    @Path("{id}/quarantine")
    @RolesAllowed(Roles.REVIEWER)
    public CaseDecision quarantine(@PathParam("id") String id, @Nullable DecisionRequest request) {
        return decisions.decide(id, SampleState.QUARANTINED, DecisionRequest.of(request), person.name());
    }

    @POST
    @Path("{id}/release")
    @RolesAllowed(Roles.REVIEWER)
    public CaseDecision release(@PathParam("id") String id, @Nullable DecisionRequest request) {
        return decisions.decide(id, SampleState.RELEASED, DecisionRequest.of(request), person.name());
    }

    @GET
    @Path("{id}/decisions")
    public List<CaseDecision> list(@PathParam("id") String id) {
        return decisions.list(id);
    }

    @POST
    @Path("{id}/decisions/{decision}/approve")
    @RolesAllowed(Roles.REVIEWER)
    public CaseDecision approve(@PathParam("id") String id, @PathParam("decision") long decision) {
        return decisions.approve(id, decision, person.name());
    }

    @POST
    @Path("{id}/decisions/{decision}/undo")
    @RolesAllowed(Roles.REVIEWER)
    public CaseDecision undo(@PathParam("id") String id, @PathParam("decision") long decision) {
        return decisions.undo(id, decision, person.name());
    }

    /** The case was none: all its samples are released, and the same evidence does not raise them again. */
    @POST
    @Path("{id}/dismiss")
    @RolesAllowed(Roles.REVIEWER)
    public CaseView dismiss(@PathParam("id") String id, @Nullable DecisionRequest request) {
        return views.whole(decisions.dismiss(id, DecisionRequest.of(request), person.name()));
    }

    /** A dismissed case is looked at again. Its samples stay released until somebody decides otherwise. */
    @POST
    @Path("{id}/reopen")
    @RolesAllowed(Roles.REVIEWER)
    public CaseView reopen(@PathParam("id") String id) {
        return views.whole(decisions.reopen(id, person.name()));
    }

    @GET
    @Path("false-positives")
    public List<FalsePositives> falsePositives() {
        return releases.falsePositives();
    }
}
