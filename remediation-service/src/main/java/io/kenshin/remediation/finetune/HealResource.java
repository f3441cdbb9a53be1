package io.kenshin.remediation.finetune;

import io.kenshin.contracts.Word;
import io.kenshin.contracts.remediation.Strategy;
import io.kenshin.contracts.rest.CaseView;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.access.Person;
import io.kenshin.foundation.access.Roles;
import io.kenshin.remediation.cases.CaseViews;
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

/** Jobs that heal cases: start one, end it, read what it says. */
@RolesAllowed(Roles.OPERATOR)
@Path("/api/v1/cases")
@Blocking
public class HealResource {
    private static final int MOST_LINES = 10_000;

    private final Healer healer;
    private final CaseViews views;
    private final Person person;

    HealResource(Healer healer, CaseViews views, Person person) {
        this.healer = healer;
        this.views = views;
        this.person = person;
    }

    /**
     * How to heal.
     *
     * @param strategy clean, inoculate or unlearn; null for the policy's
     */
    public record Heal(@Nullable String strategy) {}

    @POST
    @Path("{id}/heal")
    public CaseView heal(@PathParam("id") String id, @Nullable Heal heal) {
        String named = heal == null ? null : heal.strategy();
        Strategy strategy = named == null ? healer.strategy(id) : strategy(named);
        return views.whole(healer.start(id, strategy, person.name()));
    }

    private static Strategy strategy(String named) {
        return Word.find(Strategy.class, named)
                .orElseThrow(() -> new KenshinException(
                        ErrorCode.INVALID_INPUT,
                        "unknown strategy '" + named + "': use " + Word.texts(Strategy.class)));
    }

    /** Ends the job that heals the case. */
    @POST
    @Path("{id}/cancel")
    public CaseView cancel(@PathParam("id") String id) {
        return views.whole(healer.cancel(id, person.name()));
    }

    /** The last lines of the latest job's log. */
    @GET
    @Path("{id}/log")
    @RolesAllowed(Roles.VIEWER)
    public List<String> log(@PathParam("id") String id, @DefaultValue("100") @QueryParam("lines") int lines) {
        if (lines < 1 || lines > MOST_LINES) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "lines is 1 to " + MOST_LINES);
        }
        return healer.log(id, lines);
    }
}
