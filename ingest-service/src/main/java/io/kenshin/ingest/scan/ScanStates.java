package io.kenshin.ingest.scan;

import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.scan.ScanFailure;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Keeps the state of an order in step with what the analysis says. */
@ApplicationScoped
public class ScanStates {
    private final Database database;

    ScanStates(Database database) {
        this.database = database;
    }

    public void on(String event) {
        String type = Json.eventType(event);
        if (type.equals(ScanSummary.TYPE)) {
            ScanSummary summary = Json.readEvent(event, ScanSummary.class).data();
            set(summary.scanId(), summary.verdict().name().toLowerCase(Locale.ROOT), summary.reason());
        } else if (type.equals(ScanFailure.TYPE)) {
            CloudEvent<ScanFailure> failure = Json.readEvent(event, ScanFailure.class);
            set(failure.data().scanId(), "failed", failure.data().reason());
        }
    }

    private void set(String scanId, String state, String detail) {
        database.persistently(
                session -> session.createQuery("update scan_order set state = :state, detail = :detail where id = :id")
                        .setParameter("state", state)
                        .setParameter("detail", detail)
                        .setParameter("id", scanId)
                        .executeUpdate());
    }
}
