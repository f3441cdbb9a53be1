package io.kenshin.remediation.quarantine;

import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.contracts.training.TrainingProgress;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.Page;
import io.kenshin.foundation.access.Actor;
import io.kenshin.foundation.access.Roles;
import io.kenshin.remediation.finetune.Healer;
import io.kenshin.remediation.finetune.JobProgress;
import io.kenshin.remediation.policy.Policy;
import io.kenshin.remediation.promote.Promotion;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cases: look at, decide, heal, promote, roll back. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/cases")
@Blocking
public class CaseResource {
    private static final int MOST_LINES = 10_000;

    private final Cases cases;
    private final CaseSamples samples;
    private final Healer healer;
    private final Promotion promotion;
    private final JobProgress progress;
    private final Releases releases;

    CaseResource(
            Cases cases,
            CaseSamples samples,
            Healer healer,
            Promotion promotion,
            JobProgress progress,
            Releases releases) {
        this.cases = cases;
        this.samples = samples;
        this.healer = healer;
        this.promotion = promotion;
        this.progress = progress;
        this.releases = releases;
    }

    /** A case as others see it. */
    public record View(
            String id,
            String scanId,
            String dataset,
            String model,
            int version,
            String state,
            String detail,
            int revision,
            @Nullable String strategy,
            @Nullable Integer healedVersion,
            @Nullable String healedDirectory,
            @Nullable String rescanId,
            Map<String, Double> figures,
            List<TriggerReport> triggers,
            @Nullable TrainingProgress job,
            List<Cases.Step> history) {}

    /**
     * How to heal.
     *
     * @param strategy clean, inoculate or unlearn; null for the policy's
     */
    public record Heal(@Nullable String strategy) {}

    /**
     * The latest first.
     *
     * @param state as a case shows it; null for any
     */
    @GET
    public List<View> list(
            @Nullable @QueryParam("state") String state,
            @Nullable @QueryParam("model") String model,
            @Nullable @QueryParam("dataset") String dataset,
            @QueryParam("limit") @DefaultValue("200") int limit,
            @QueryParam("offset") @DefaultValue("0") int offset) {
        CaseState wanted = state == null ? null : CaseState.named(state);
        return cases.list(new Cases.Filter(wanted, model, dataset), new Page(limit, offset)).stream()
                .map(found -> view(found, false))
                .toList();
    }

    @GET
    @Path("{id}")
    public View one(@PathParam("id") String id) {
        return view(cases.find(id), true);
    }

    @GET
    @Path("{id}/samples")
    public List<CaseSamples.Member> members(@PathParam("id") String id) {
        return samples.list(id);
    }

    /** No body at all is a choice without a reason. */
    private static CaseSamples.Choice given(CaseSamples.@Nullable Choice choice) {
        return choice == null ? new CaseSamples.Choice(null, null, null) : choice;
    }

    @POST
    @Path("{id}/quarantine")
    @RolesAllowed(Roles.REVIEWER)
    public CaseSamples.Decision quarantine(
            @PathParam("id") String id,
            CaseSamples.@Nullable Choice choice,
            @Nullable @HeaderParam(Actor.HEADER) String actor) {
        return samples.decide(id, true, given(choice), Actor.named(actor));
    }

    @POST
    @Path("{id}/release")
    @RolesAllowed(Roles.REVIEWER)
    public CaseSamples.Decision release(
            @PathParam("id") String id,
            CaseSamples.@Nullable Choice choice,
            @Nullable @HeaderParam(Actor.HEADER) String actor) {
        return samples.decide(id, false, given(choice), Actor.named(actor));
    }

    @GET
    @Path("{id}/decisions")
    public List<CaseSamples.Decision> decisions(@PathParam("id") String id) {
        return samples.decisions(id);
    }

    @POST
    @Path("{id}/decisions/{decision}/approve")
    @RolesAllowed(Roles.REVIEWER)
    public CaseSamples.Decision approve(
            @PathParam("id") String id,
            @PathParam("decision") long decision,
            @Nullable @HeaderParam(Actor.HEADER) String actor) {
        return samples.approve(id, decision, Actor.named(actor));
    }

    @POST
    @Path("{id}/decisions/{decision}/undo")
    @RolesAllowed(Roles.REVIEWER)
    public CaseSamples.Decision undo(
            @PathParam("id") String id,
            @PathParam("decision") long decision,
            @Nullable @HeaderParam(Actor.HEADER) String actor) {
        return samples.undo(id, decision, Actor.named(actor));
    }

    /** The case was none: all its samples are released, and the same evidence does not raise them again. */
    @POST
    @Path("{id}/dismiss")
    @RolesAllowed(Roles.REVIEWER)
    public View dismiss(
            @PathParam("id") String id,
            CaseSamples.@Nullable Choice choice,
            @Nullable @HeaderParam(Actor.HEADER) String actor) {
        String who = Actor.named(actor);
        String reason = reason(given(choice).reason());
        return view(
                cases.move(
                        id,
                        given(choice).revision(),
                        CaseState.DISMISSED,
                        reason,
                        who,
                        RemediationEvents.CASE_DISMISSED,
                        (session, open) -> samples.releaseAll(session, open, reason, who)),
                true);
    }

    /** A dismissed case is looked at again. Its samples stay released until somebody decides otherwise. */
    @POST
    @Path("{id}/reopen")
    @RolesAllowed(Roles.REVIEWER)
    public View reopen(@PathParam("id") String id, @Nullable @HeaderParam(Actor.HEADER) String actor) {
        return view(cases.move(id, CaseState.REVIEW, "opened again", Actor.named(actor), null, changed -> {}), true);
    }

    @GET
    @Path("false-positives")
    public List<Releases.Figures> falsePositives() {
        return releases.figures();
    }

    @POST
    @Path("{id}/heal")
    @RolesAllowed(Roles.OPERATOR)
    public View heal(
            @PathParam("id") String id, @Nullable Heal heal, @Nullable @HeaderParam(Actor.HEADER) String actor) {
        String strategy = heal == null || heal.strategy() == null ? healer.strategy(id) : heal.strategy();
        if (!Policy.STRATEGIES.contains(strategy)) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT, "unknown strategy '" + strategy + "': use " + Policy.STRATEGIES);
        }
        return view(healer.start(id, strategy, Actor.named(actor)), true);
    }

    /** Ends the job that heals the case. */
    @POST
    @Path("{id}/cancel")
    @RolesAllowed(Roles.OPERATOR)
    public View cancel(@PathParam("id") String id, @Nullable @HeaderParam(Actor.HEADER) String actor) {
        return view(healer.cancel(id, Actor.named(actor)), true);
    }

    /** The last lines of the latest job's log. */
    @GET
    @Path("{id}/log")
    public List<String> log(@PathParam("id") String id, @DefaultValue("100") @QueryParam("lines") int lines) {
        if (lines < 1 || lines > MOST_LINES) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "lines is 1 to " + MOST_LINES);
        }
        return healer.log(id, lines);
    }

    @POST
    @Path("{id}/promote")
    @RolesAllowed(Roles.REVIEWER)
    public View promote(@PathParam("id") String id, @Nullable @HeaderParam(Actor.HEADER) String actor) {
        return view(promotion.approve(id, Actor.named(actor)), true);
    }

    /** Why a healed version is not wanted. */
    public record Rejection(@Nullable String reason) {}

    /** The healed version that waits for approval is not wanted; the case can be healed again. */
    @POST
    @Path("{id}/reject")
    @RolesAllowed(Roles.REVIEWER)
    public View reject(
            @PathParam("id") String id,
            @Nullable Rejection rejection,
            @Nullable @HeaderParam(Actor.HEADER) String actor) {
        String why = reason(rejection == null ? null : rejection.reason());
        return view(promotion.reject(id, why, Actor.named(actor)), true);
    }

    private static String reason(@Nullable String given) {
        if (given == null || given.isBlank()) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "give a reason");
        }
        return given;
    }

    @POST
    @Path("{id}/rollback")
    @RolesAllowed(Roles.OPERATOR)
    public View rollback(@PathParam("id") String id, @Nullable @HeaderParam(Actor.HEADER) String actor) {
        return view(promotion.rollback(id, Actor.named(actor)), true);
    }

    private View view(RemediationCase found, boolean whole) {
        return new View(
                found.id,
                found.scanId,
                found.dataset,
                found.model,
                found.version,
                found.state.text(),
                found.detail,
                found.revision,
                found.strategy,
                found.healedVersion,
                found.healedDirectory,
                found.rescanId,
                found.figures(),
                found.triggers(),
                progress.of(found.jobId()),
                whole ? cases.history(found.id) : List.of());
    }
}
