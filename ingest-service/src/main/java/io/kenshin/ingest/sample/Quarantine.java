package io.kenshin.ingest.sample;

import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps quarantined samples out of every export, and lets released ones back in. */
@ApplicationScoped
public class Quarantine {
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
        database.persistently(session -> session.createNativeQuery("update sample set state = :state, reason = :reason"
                        + " where id in (select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)))")
                .setParameter("state", state)
                .setParameter("reason", data.reason())
                .setParameter("ids", Json.write(data.sampleIds()))
                .executeUpdate());
    }
}
