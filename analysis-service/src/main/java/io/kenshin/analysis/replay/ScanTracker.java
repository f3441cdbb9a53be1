package io.kenshin.analysis.replay;

import io.kenshin.analysis.verdict.ScanAnalysis;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.sample.DatasetDeleted;
import io.kenshin.contracts.scan.ScanFailure;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Knows which chunks of which scan have their vectors in the log, and starts the analysis when all have. What it
 * knows is in the database before an offset is committed, so that a restart goes on where it was.
 */
@ApplicationScoped
public class ScanTracker {
    private static final String OLD = " from scan where dataset = :dataset and ordered <= :before";
    private static final List<String> FORGET = List.of(
            "delete from arrival where scan_id in (select id" + OLD + ")",
            "delete from baseline where scan_id in (select id" + OLD + ")",
            "delete" + OLD);

    private final Database database;
    private final Instance<ScanAnalysis> analysis;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "analysis");
        thread.setDaemon(true);
        return thread;
    });

    ScanTracker(Database database, Instance<ScanAnalysis> analysis) {
        this.database = database;
        this.analysis = analysis;
    }

    /** Where the vectors of a chunk lie. */
    public record Arrival(String scanId, int chunk, int partition, long offset) {}

    void resume(@Observes StartupEvent event) {
        worker.execute(() -> {
            List<String> open = database.persistently(session -> session.createQuery(
                            "select id from scan where state <> :finished order by ordered", String.class)
                    .setParameter("finished", Scan.FINISHED)
                    .getResultList());
            open.forEach(this::startIfComplete);
        });
    }

    /** Hears of a scan. */
    public void on(String event) {
        String type = Json.eventType(event);
        if (type.equals(ScanPlan.TYPE)) {
            ScanPlan plan = Json.readEvent(event, ScanPlan.class).data();
            insert(plan.scanId(), Json.write(plan), Scan.EMBEDDING, plan.chunks(), null);
            startIfComplete(plan.scanId());
        } else if (type.equals(ScanFailure.TYPE)) {
            ScanFailure failure = Json.readEvent(event, ScanFailure.class).data();
            insert(failure.scanId(), Json.write(failure), Scan.FINISHED, 0, "failed");
        } else if (type.equals(DatasetDeleted.TYPE)) {
            CloudEvent<DatasetDeleted> deleted = Json.readEvent(event, DatasetDeleted.class);
            forget(deleted.data().dataset(), Instant.parse(deleted.time()));
        }
    }

    /** Scans from before, with their reports and maps; a data set of that name that came later keeps its own. */
    private void forget(String dataset, Instant before) {
        database.persistently(session -> Database.all(session, FORGET, Map.of("dataset", dataset, "before", before)));
    }

    private void insert(
            String id, String plan, String state, int total, @org.jspecify.annotations.Nullable String verdict) {
        database.persistently(
                session -> session.createNativeQuery("insert into scan (id, plan, state, stage, done, total, verdict)"
                                + " values (:id, :plan, :state, 'embed', 0, :total, :verdict) on conflict do nothing")
                        .setParameter("id", id)
                        .setParameter("plan", plan)
                        .setParameter("state", state)
                        .setParameter("total", total)
                        .setParameter("verdict", verdict)
                        .executeUpdate());
    }

    /** Notes vectors that came; the same chunk twice is one. */
    public void arrived(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return;
        }
        database.persistently(
                session -> session.createNativeQuery("insert into arrival (scan_id, chunk, partition, log_offset)"
                                + " select r.\"scanId\", r.chunk, r.partition, r.\"offset\""
                                + " from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))"
                                + " as r(\"scanId\" text, chunk int, partition int, \"offset\" bigint)"
                                + " on conflict do nothing")
                        .setParameter("rows", Json.write(arrivals))
                        .executeUpdate());
        arrivals.stream()
                .map(Arrival::scanId)
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(this::startIfComplete);
    }

    private void startIfComplete(String scanId) {
        boolean complete = database.persistently(session -> progress(session, scanId)
                .map(row -> row != null && ((Number) row[0]).longValue() >= ((Number) row[1]).longValue()));
        if (complete && running.add(scanId)) {
            worker.execute(() -> {
                try {
                    analysis.get().run(scanId);
                } finally {
                    running.remove(scanId);
                }
            });
        }
    }

    private static io.smallrye.mutiny.Uni<Object[]> progress(Mutiny.Session session, String scanId) {
        return session.createNativeQuery("update scan set done = (select count(*) from arrival where scan_id = :id)"
                        + " where id = :id and state = '" + Scan.EMBEDDING + "'")
                .setParameter("id", scanId)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "select (select count(*) from arrival where scan_id = :id),"
                                        + " case when state = 'finished' then 2147483647"
                                        + " else cast(cast(plan as jsonb) ->> 'chunks' as int) end"
                                        + " from scan where id = :id",
                                Object[].class)
                        .setParameter("id", scanId)
                        .getSingleResultOrNull());
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
