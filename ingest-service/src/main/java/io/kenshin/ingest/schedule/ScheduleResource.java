package io.kenshin.ingest.schedule;

import io.kenshin.contracts.rest.ScheduleView;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.access.Actor;
import io.kenshin.foundation.access.Roles;
import io.kenshin.ingest.scan.SampleSize;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scans that come by themselves: set up, pause, run at once, remove. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/schedules")
@Blocking
public class ScheduleResource {
    private final Schedules schedules;
    private final ScheduleClock clock;

    ScheduleResource(Schedules schedules, ScheduleClock clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    /**
     * A request for a schedule: what to scan and when.
     *
     * @param model scanned in the version that is in production when the scan is due
     * @param cron five fields: minute hour day month weekday; or
     * @param every an interval: 30m, 6h, 1d, or an ISO 8601 duration; for what is new also seconds
     * @param zone of the cron expression; UTC when not given
     * @param sample a count or a percentage of the samples for each run; the runs take turns. "new" for those that no
     *     scan has seen: then a run with none orders nothing. Null for all
     */
    public record Setup(
            @Nullable String dataset,
            @Nullable String model,
            @Nullable String cron,
            @Nullable String every,
            @Nullable String zone,
            @Nullable String sample) {}

    @PUT
    @Path("{name}")
    @RolesAllowed(Roles.OPERATOR)
    public ScheduleView put(
            @PathParam("name") String name, @Nullable Setup setup, @Nullable @HeaderParam(Actor.HEADER) String actor) {
        if (setup == null || setup.dataset() == null || setup.model() == null) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "give a dataset and a model");
        }
        return schedules.put(
                name,
                setup.dataset(),
                setup.model(),
                Timetable.of(setup.cron(), setup.every(), setup.zone(), SampleSize.Unseen.NAME.equals(setup.sample())),
                setup.sample(),
                actor == null ? "somebody" : actor);
    }

    @GET
    public List<ScheduleView> list() {
        return schedules.list();
    }

    @GET
    @Path("{name}")
    public ScheduleView one(@PathParam("name") String name) {
        return schedules.one(name);
    }

    @POST
    @Path("{name}/pause")
    @RolesAllowed(Roles.OPERATOR)
    public ScheduleView pause(@PathParam("name") String name) {
        return schedules.pause(name);
    }

    @POST
    @Path("{name}/resume")
    @RolesAllowed(Roles.OPERATOR)
    public ScheduleView resume(@PathParam("name") String name) {
        return schedules.resume(name);
    }

    @POST
    @Path("{name}/run")
    @RolesAllowed(Roles.OPERATOR)
    public ScheduleView run(@PathParam("name") String name) {
        schedules.dueNow(name);
        clock.tick();
        return schedules.one(name);
    }

    @DELETE
    @Path("{name}")
    @RolesAllowed(Roles.OPERATOR)
    public void remove(@PathParam("name") String name) {
        schedules.remove(name);
    }
}
