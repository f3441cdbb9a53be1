package io.kenshin.remediation.quarantine;

import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.training.TrainingProgress;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.remediation.finetune.Healer;
import io.kenshin.remediation.finetune.JobProgress;
import io.kenshin.remediation.promote.Promotion;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cases: look at, decide, heal, promote, roll back. */
@Path("/api/v1/cases")
@Blocking
public class CaseResource {
    private final Cases cases;
    private final CaseSamples samples;
    private final Healer healer;
    private final Promotion promotion;
    private final JobProgress progress;

    CaseResource(Cases cases, CaseSamples samples, Healer healer, Promotion promotion, JobProgress progress) {
        this.cases = cases;
        this.samples = samples;
        this.healer = healer;
        this.promotion = promotion;
        this.progress = progress;
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
            @Nullable Integer healedVersion,
            @Nullable String healedDirectory,
            @Nullable String rescanId,
            Map<String, Double> figures,
            List<TriggerReport> triggers,
            @Nullable TrainingProgress job,
            List<Cases.Step> history) {}

    /**
     * What to do with which samples.
     *
     * @param samples null for all
     */
    public record Choice(
            @Nullable List<String> samples, @Nullable String reason) {}

    /**
     * How to heal.
     *
     * @param strategy clean or inoculate
     */
    public record Heal(@Nullable String strategy) {}

    /** How many samples a decision changed. */
    public record Changed(int samples) {}

    @GET
    public List<View> list() {
        return cases.list().stream().map(found -> view(found, false)).toList();
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

    @POST
    @Path("{id}/quarantine")
    public Changed quarantine(@PathParam("id") String id, Choice choice) {
        return new Changed(samples.decide(id, true, choice.samples(), choice.reason()));
    }

    @POST
    @Path("{id}/release")
    public Changed release(@PathParam("id") String id, Choice choice) {
        return new Changed(samples.decide(id, false, choice.samples(), choice.reason()));
    }

    @POST
    @Path("{id}/heal")
    public View heal(@PathParam("id") String id, @Nullable Heal heal) {
        String strategy = heal == null || heal.strategy() == null ? Healer.INOCULATE : heal.strategy();
        if (!strategy.equals(Healer.INOCULATE) && !strategy.equals(Healer.CLEAN)) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT, "unknown strategy '" + strategy + "': use clean or inoculate");
        }
        return view(healer.start(id, strategy), true);
    }

    @POST
    @Path("{id}/promote")
    public View promote(@PathParam("id") String id) {
        return view(promotion.promote(id, "promoted by a person"), true);
    }

    @POST
    @Path("{id}/rollback")
    public View rollback(@PathParam("id") String id) {
        return view(promotion.rollback(id), true);
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
                found.healedVersion,
                found.healedDirectory,
                found.rescanId,
                found.figures(),
                found.triggers(),
                progress.of(found.jobId()),
                whole ? cases.history(found.id) : List.of());
    }
}
