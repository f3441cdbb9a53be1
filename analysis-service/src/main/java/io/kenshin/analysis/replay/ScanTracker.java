package io.kenshin.analysis.replay;

import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.sample.DatasetDeleted;
import io.kenshin.contracts.scan.ScanFailure;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.foundation.DaemonThreads;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.LeaseLost;
import io.kenshin.outbox.Leases;
import io.kenshin.outbox.Sql;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The account of which chunks of which scan have their vectors in the log; when all have, the analysis starts. What it
 * knows is in the database before an offset is committed, so that a restart goes on where it was, or another replica
 * does. Whoever has time takes the next scan, one replica at a time ({@link Leases}); new samples alone do not wait for
 * a scan of everything.
 */
@ApplicationScoped
public class ScanTracker {
    private static final Logger LOG = Logger.getLogger(ScanTracker.class);
    private static final long PAUSE_SECONDS = 5;
    private static final String OLD = " from scan where dataset = :dataset and ordered <= :before";
    private static final List<String> FORGET = List.of(
            "delete from arrival where scan_id in (select id" + OLD + ")",
            "delete from baseline where scan_id in (select id" + OLD + ")",
            "delete" + OLD);
    /** Scans whose vectors are all there. Until the analysis begins, a scan's total is its chunks. */
    private static final Sql READY = Sql.of("select id, new_only from scan where state <> '" + Scan.FINISHED
            + "' and (state = '" + Scan.ANALYSING + "' or done >= total) order by ordered");

    private final Database database;
    private final ScanRunner runner;
    private final Leases leases;
    /** By this replica: those that wait for their turn, and those that run. */
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    private final ExecutorService investigations = Executors.newSingleThreadExecutor(DaemonThreads.named("analysis"));
    private final ExecutorService recognitions = Executors.newSingleThreadExecutor(DaemonThreads.named("recognition"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("open-scans"));

    ScanTracker(Database database, ScanRunner runner, Leases leases) {
        this.database = database;
        this.runner = runner;
        this.leases = leases;
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::look, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    /** What was left by a crash, here or elsewhere, or waits for a replica that is busy. */
    private void look() {
        try {
            ready().forEach(this::begin);
        } catch (RuntimeException e) {
            LOG.warnf("open scans could not be looked at, next try in %d s: %s", PAUSE_SECONDS, e.getMessage());
        }
    }

    private record Ready(String scanId, boolean newOnly) {}

    /** What could be analysed, by whoever has it, the oldest first. */
    private List<Ready> ready() {
        return database.persistently(
                session -> READY.list(session, row -> new Ready(row.text("id"), row.bool("new_only"))));
    }

    /** Where the vectors of a chunk lie. */
    public record Arrival(String scanId, int chunk, int partition, long offset) {}

    /** Hears of a scan. */
    public void on(String event) {
        String type = Json.eventType(event);
        if (type.equals(ScanPlan.TYPE)) {
            ScanPlan plan = Json.readEvent(event, ScanPlan.class).data();
            insert(plan.scanId(), Json.write(plan), Scan.EMBEDDING, plan.chunks(), null);
            count(Set.of(plan.scanId()));
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
        database.atLength(session -> Database.all(session, FORGET, Map.of("dataset", dataset, "before", before)));
    }

    private void insert(String id, String plan, String state, int total, @Nullable String verdict) {
        database.persistently(session -> session.createNativeQuery(
                        "insert into scan (id, plan, state, stage, done, total, verdict, finished)"
                                + " values (:id, :plan, :state, 'embed', 0, :total, :verdict,"
                                + " case when :state = '" + Scan.FINISHED + "' then now() end) on conflict do nothing")
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
        count(arrivals.stream().map(Arrival::scanId).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Notes how many chunks have come, and begins what is complete by now. */
    private void count(Set<String> scans) {
        for (String scanId : scans) {
            database.persistently(session -> session.createNativeQuery(
                            "update scan set done = (select count(*) from arrival where scan_id = :id)"
                                    + " where id = :id and state = '" + Scan.EMBEDDING + "'")
                    .setParameter("id", scanId)
                    .executeUpdate());
        }
        ready().forEach(this::begin);
    }

    private void begin(Ready scan) {
        if (begun.add(scan.scanId())) {
            (scan.newOnly() ? recognitions : investigations).execute(() -> analyse(scan.scanId()));
        }
    }

    private void analyse(String scanId) {
        try {
            leases.during("scan " + scanId, lease -> runner.run(scanId, lease));
        } catch (LeaseLost e) {
            LOG.infof("scan %s is analysed elsewhere by now", scanId);
        } catch (RuntimeException e) {
            LOG.errorf(e, "the analysis of scan %s ended; it is tried again", scanId);
        } finally {
            begun.remove(scanId);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
        recognitions.shutdownNow();
        investigations.shutdownNow();
    }
}
