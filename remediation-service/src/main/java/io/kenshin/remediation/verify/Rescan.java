package io.kenshin.remediation.verify;

import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Lease;
import io.kenshin.outbox.Sql;
import io.kenshin.remediation.cases.Cases;
import io.kenshin.remediation.cases.RemediationCase;
import io.kenshin.remediation.ingest.IngestClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The fresh scan of a healed version: ordered once, waited for, and a gate that only a healthy verdict passes. */
@ApplicationScoped
public class Rescan {
    private static final long HOURS = 12;
    private static final Sql END = Sql.of("select verdict, summary from scan_end where scan_id = :id");

    private final IngestClient ingest;
    private final Cases cases;
    private final Database database;

    Rescan(IngestClient ingest, Cases cases, Database database) {
        this.ingest = ingest;
        this.cases = cases;
        this.database = database;
    }

    /** How a scan ended; the summary is JSON. */
    private record End(String verdict, String summary) {}

    /** Orders it, unless that was done before a restart, and returns its id. */
    String order(RemediationCase open, Lease lease) {
        if (open.rescanId != null) {
            return open.rescanId;
        }
        String ordered = ingest.scan(open.dataset, open.model, Objects.requireNonNull(open.healedVersion));
        cases.change(open.id, lease, changed -> changed.rescanId = ordered);
        return ordered;
    }

    void measure(String scanId, Measured measured) {
        End end = await(scanId);
        // How far the healed version has moved the clean samples is no gate: a figure for people.
        ScanSummary.Drift drift = Json.read(end.summary(), ScanSummary.class).drift();
        if (drift != null) {
            measured.figure("drift.moved", (double) drift.moved() / drift.compared());
            measured.figure("drift.energyDistance", drift.energyDistance());
        }
        if (!end.verdict().equals("healthy")) {
            measured.fault("the fresh scan says " + end.verdict());
        }
    }

    private End await(String scanId) {
        long deadline = System.nanoTime() + TimeUnit.HOURS.toNanos(HOURS);
        while (System.nanoTime() < deadline) {
            Optional<End> end = database.persistently(session ->
                    END.with("id", scanId).first(session, row -> new End(row.text("verdict"), row.text("summary"))));
            if (end.isPresent()) {
                return end.get();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted");
            }
        }
        throw new IllegalStateException("the fresh scan " + scanId + " did not end within " + HOURS + " hours");
    }
}
