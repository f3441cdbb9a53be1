package io.kenshin.ingest.sample;

import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/** The gate that keeps quarantined samples out of every export, and lets released ones back in. */
@ApplicationScoped
public class Quarantine {
    private static final Sql MARK =
            Sql.of("update sample set state = :state, reason = :reason where id in (select " + Sql.texts("ids") + ")");

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
        RemediationEvents.Data data =
                Json.readEvent(event, RemediationEvents.Data.class).data();
        database.persistently(session -> MARK.with("state", state)
                .with("reason", data.reason())
                .withJson("ids", data.sampleIds())
                .execute(session));
    }
}
