package io.kenshin.ingest.scan;

import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.scan.ScanFailure;
import io.kenshin.contracts.scan.ScanState;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/** The states of orders, kept in step with what the analysis says. */
@ApplicationScoped
public class ScanStates {
    private static final Sql ADMIT = Sql.of("update sample set state = 'accepted', reason = null"
            + " where state = 'waiting' and id in (select c.sample_id from scan_sample c"
            + " join scan_order o on o.id = c.scan_id where o.id = :id and coalesce(o.sample, '') <> 'new')");

    private static final Sql SET = Sql.of("update scan_order set state = :state, detail = :detail,"
            + " finished = coalesce(finished, now()) where id = :id");

    private final Database database;
    private final ScanPlanner planner;

    ScanStates(Database database, ScanPlanner planner) {
        this.database = database;
        this.planner = planner;
    }

    public void on(String event) {
        String type = Json.eventType(event);
        if (type.equals(ScanSummary.TYPE)) {
            ScanSummary summary = Json.readEvent(event, ScanSummary.class).data();
            set(summary.scanId(), ScanState.valueOf(summary.verdict().name()), summary.reason());
            if (summary.verdict() == Verdict.HEALTHY) {
                admit(summary.scanId());
            }
        } else if (type.equals(ScanFailure.TYPE)) {
            CloudEvent<ScanFailure> failure = Json.readEvent(event, ScanFailure.class);
            set(failure.data().scanId(), ScanState.FAILED, failure.data().reason());
        }
    }

    /**
     * Samples on probation that a healthy scan has looked at are as good as others; a look for what is known is not
     * enough.
     */
    private void admit(String scanId) {
        database.atLength(session -> ADMIT.with("id", scanId).execute(session));
    }

    private void set(String scanId, ScanState state, String detail) {
        database.persistently(session -> SET.with("id", scanId)
                .with("state", state.text())
                .with("detail", detail)
                .execute(session));
        planner.goOn();
    }
}
