package io.kenshin.console.fleet;

import io.kenshin.console.settings.ConsoleSettings;
import io.kenshin.foundation.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.TreeMap;

/** The fleet at a glance. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/console/fleet")
@Blocking
public class FleetResource {
    private final ConsoleSettings settings;
    private final ServiceHealth health;
    private final ConsumerLag lag;

    FleetResource(ConsoleSettings settings, ServiceHealth health, ConsumerLag lag) {
        this.settings = settings;
        this.health = health;
        this.lag = lag;
    }

    /**
     * The fleet.
     *
     * @param broker whether Kafka answers
     * @param lag records that each consumer group has still to read
     */
    public record Fleet(List<ServiceHealth.State> services, boolean broker, List<ConsumerLag.Group> lag) {}

    @GET
    public Fleet fleet() {
        List<ServiceHealth.State> services = new TreeMap<>(settings.services())
                .entrySet().parallelStream()
                        .map(service -> health.of(service.getKey(), service.getValue()))
                        .toList();
        List<ConsumerLag.Group> groups = lag.read();
        return new Fleet(services, groups != null, groups == null ? List.of() : groups);
    }
}
