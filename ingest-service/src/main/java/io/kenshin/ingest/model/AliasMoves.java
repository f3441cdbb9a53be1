package io.kenshin.ingest.model;

import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * The moves of the alias production, when a healed version is promoted or rolled back; one that is older than the last
 * changes nothing.
 */
@ApplicationScoped
public class AliasMoves {
    private static final Set<String> MOVES =
            Set.of(RemediationEvents.MODEL_PROMOTED, RemediationEvents.MODEL_ROLLED_BACK);

    private final Database database;

    AliasMoves(Database database) {
        this.database = database;
    }

    public void on(String event) {
        if (MOVES.contains(Json.eventType(event))) {
            CloudEvent<RemediationEvents.Data> move = Json.readEvent(event, RemediationEvents.Data.class);
            RemediationEvents.Data data = move.data();
            database.persistently(
                    session -> Models.point(session, data.model(), Models.PRODUCTION, data.version(), move.place()));
        }
    }
}
