package io.kenshin.ingest.sample;

import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/** The gate that keeps quarantined samples out of every export, and lets released ones back in. */
@ApplicationScoped
public class Quarantine {
    /** A sample of which something later is known stays as it is. */
    private static final Sql MARK = Sql.of("update sample set state = :state, reason = :reason, sequence = :place"
            + " where id = " + Sql.anyOf("ids") + " and coalesce(sequence, 0) <= :place");

    private final Database database;

    Quarantine(Database database) {
        this.database = database;
    }

    /** Hears a remediation event; those about other things are passed over. */
    public void on(String event) {
        String type = Json.eventType(event);
        if (type.equals(RemediationEvents.SAMPLES_QUARANTINED)) {
            mark(event, "quarantined");
        } else if (type.equals(RemediationEvents.SAMPLES_RELEASED)) {
            mark(event, "accepted");
        }
    }

    private void mark(String event, String state) {
        CloudEvent<RemediationEvents.Data> decided = Json.readEvent(event, RemediationEvents.Data.class);
        RemediationEvents.Data data = decided.data();
        database.persistently(session -> MARK.with("state", state)
                .with("reason", data.reason())
                .with("place", decided.place())
                .withJson("ids", data.sampleIds())
                .execute(session));
    }
}
