package io.kenshin.ingest.scan;

import io.kenshin.contracts.Topics;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.scan.Chunk;
import io.kenshin.contracts.scan.ScanFailure;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.foundation.DaemonThreads;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.ingest.arrival.Arrivals;
import io.kenshin.ingest.channel.ChunkTopic;
import io.kenshin.ingest.model.Models;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Outbox;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Cuts an ordered scan into chunks: waits until what was imported before the order is written, fixes the list of
 * samples, and sends chunks of like length. Every step can be repeated, so a restart resumes open orders.
 */
@ApplicationScoped
public class ScanPlanner {
    private static final Logger LOG = Logger.getLogger(ScanPlanner.class);
    /** Large enough to spread the cost of a record, small enough that replicas share a scan evenly. */
    private static final int CHUNK = 32;

    private final Database database;
    private final ChunkTopic topic;
    private final Models models;
    private final Arrivals arrivals;
    private final Turns turns;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(DaemonThreads.named("scan-planner"));

    ScanPlanner(Database database, ChunkTopic topic, Models models, Arrivals arrivals, Turns turns) {
        this.database = database;
        this.topic = topic;
        this.models = models;
        this.arrivals = arrivals;
        this.turns = turns;
    }

    /** What was being planned when the service stopped is planned again, before what has waited. */
    void resume(@Observes StartupEvent event) {
        worker.execute(() -> ordered("is not null").forEach(id -> run(id, order -> true)));
        goOn();
    }

    /** Plans what has waited, as far as it may run now: when a scan has ended, and in case that nobody said so. */
    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goOn() {
        worker.execute(() -> {
            try {
                ordered("is null").forEach(id -> run(id, turns::admit));
            } catch (RuntimeException e) {
                LOG.warnf("the orders could not be read, they wait: %s", e.getMessage());
            }
        });
    }

    private List<String> ordered(String admitted) {
        return database.persistently(session -> session.createQuery(
                        "select id from scan_order where state = :state and admitted " + admitted
                                + " order by created, id",
                        String.class)
                .setParameter("state", ScanOrder.ORDERED)
                .getResultList());
    }

    void plan(String scanId) {
        worker.execute(() -> run(scanId, turns::admit));
    }

    private void run(String scanId, Predicate<ScanOrder> mayRun) {
        try {
            ScanOrder order = database.persistently(session -> session.find(ScanOrder.class, scanId));
            if (order != null && order.state.equals(ScanOrder.ORDERED) && mayRun.test(order)) {
                run(order);
            }
        } catch (KenshinException e) {
            fail(scanId, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.errorf(e, "scan %s could not be planned", scanId);
            fail(scanId, "could not be planned: " + e.getMessage());
        }
    }

    private void run(ScanOrder order) {
        arrivals.awaitAll(left -> detail(order.id, left + " samples that were imported before are not written yet"));
        int samples = snapshot(order);
        if (samples == 0) {
            fail(order.id, "the data set " + order.dataset + " has no sample to scan");
            return;
        }
        Models.Version model = models.find(order.model, order.version);
        int chunks = (samples + CHUNK - 1) / CHUNK;
        ScanPlan plan = new ScanPlan(
                order.id,
                order.dataset,
                order.model,
                order.version,
                model.directory(),
                model.labels(),
                chunks,
                samples,
                order.isNewOnly());
        for (int number = 0; number < chunks; number++) {
            topic.send(new Chunk(order.id, number, chunks, model.directory(), items(order.id, number)));
        }
        database.persistently(session -> Outbox.add(
                        session, Topics.SCANS, order.id, event("planned", ScanPlan.TYPE, order.id, plan))
                .chain(() -> session.createQuery(
                                "update scan_order set state = :state, samples = :samples, detail = null where id = :id and state = :before")
                        .setParameter("state", ScanOrder.PLANNED)
                        .setParameter("samples", samples)
                        .setParameter("before", ScanOrder.ORDERED)
                        .setParameter("id", order.id)
                        .executeUpdate()));
    }

    /** What an order waits for. */
    private void detail(String scanId, String text) {
        database.persistently(session -> session.createQuery(
                        "update scan_order set detail = :detail where id = :id and state = :state")
                .setParameter("detail", text)
                .setParameter("id", scanId)
                .setParameter("state", ScanOrder.ORDERED)
                .executeUpdate());
    }

    /** Fixes which samples this scan sees and their order, by length; done once however often it is called. */
    private int snapshot(ScanOrder order) {
        String choice = order.sample == null ? "" : SampleSize.of(order.sample).choice();
        return database.persistently(session -> session.createNativeQuery(
                        "insert into scan_sample (scan_id, position, sample_id)"
                                + " select :scan, cast(row_number() over (order by length(code), id) - 1 as int), id"
                                + " from (select id, code" + SampleSize.SCANNED + choice + ") as chosen"
                                + " where not exists (select 1 from scan_sample where scan_id = :scan)")
                .setParameter("scan", order.id)
                .setParameter("dataset", order.dataset)
                .executeUpdate()
                .chain(() -> session.createNativeQuery("update scan_order set last_seq = (select max(seq) from sample"
                                + " where id in (select sample_id from scan_sample where scan_id = :scan))"
                                + " where id = :scan and coalesce(sample, 'new') = 'new'")
                        .setParameter("scan", order.id)
                        .executeUpdate())
                .chain(() -> session.createNativeQuery(
                                "select count(*) from scan_sample where scan_id = :scan", Long.class)
                        .setParameter("scan", order.id)
                        .getSingleResult())
                .map(Long::intValue));
    }

    private List<Chunk.Item> items(String scanId, int number) {
        List<Object[]> rows = database.persistently(session -> session.createNativeQuery(
                        "select s.id, s.external_id, s.source, s.code, s.label from scan_sample c"
                                + " join sample s on s.id = c.sample_id where c.scan_id = :scan"
                                + " and c.position >= :from and c.position < :to order by c.position",
                        Object[].class)
                .setParameter("scan", scanId)
                .setParameter("from", number * CHUNK)
                .setParameter("to", (number + 1) * CHUNK)
                .getResultList());
        return rows.stream()
                .map(row -> new Chunk.Item(
                        (String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4]))
                .toList();
    }

    private void fail(String scanId, String reason) {
        ScanFailure failure = new ScanFailure(scanId, reason);
        database.persistently(session -> Outbox.add(
                        session, Topics.SCANS, scanId, event("failed", ScanFailure.TYPE, scanId, failure))
                .chain(() -> session.createQuery("update scan_order set state = 'failed', detail = :why where id = :id")
                        .setParameter("why", reason)
                        .setParameter("id", scanId)
                        .executeUpdate()));
    }

    private static String event(String what, String type, String scanId, Object data) {
        return Json.write(CloudEvent.of(
                scanId + "-" + what,
                "/kenshin/ingest",
                type,
                scanId,
                Instant.now().toString(),
                data));
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
