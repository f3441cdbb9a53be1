package io.kenshin.console.live;

import io.kenshin.foundation.access.Roles;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fleet's events: live, and those that were. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/console")
public class LiveResource {
    private static final Duration BEAT = Duration.ofSeconds(10);

    private final LiveEvents live;
    private final EventLog log;

    LiveResource(LiveEvents live, EventLog log) {
        this.live = live;
        this.log = log;
    }

    /**
     * Server-sent events named after their kind; now and then one named {@code beat}, so that silence means a fault.
     */
    @GET
    @Path("live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> live(Sse sse) {
        Multi<OutboundSseEvent> beats = Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(0L), Multi.createFrom().ticks().every(BEAT))
                .onOverflow()
                .drop()
                .map(tick -> sse.newEvent("beat", "{}"));
        Multi<OutboundSseEvent> events = live.listen().map(event -> sse.newEvent(event.kind(), event.json()));
        return Multi.createBy().merging().streams(beats, events);
    }

    /** The latest remediation events, the oldest of them first, as they stand on their topic. */
    @GET
    @Path("events")
    @Blocking
    public List<EventLog.Entry> events(@Nullable @QueryParam("case") String about) {
        return log.latest(about);
    }
}
