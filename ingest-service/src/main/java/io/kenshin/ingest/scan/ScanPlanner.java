package io.kenshin.ingest.scan;

import io.kenshin.contracts.Topics;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.rest.ModelView;
import io.kenshin.contracts.scan.Chunk;
import io.kenshin.contracts.scan.ScanFailure;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanState;
import io.kenshin.foundation.DaemonThreads;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.ingest.arrival.Arrivals;
import io.kenshin.ingest.channel.ChunkTopic;
import io.kenshin.ingest.model.Models;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Outbox;
import io.kenshin.outbox.Sql;
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
 * The planner that cuts an ordered scan into chunks: it waits until what was imported before the order is written,
 * fixes the list of samples, and sends chunks of like length. Every step can be repeated, so a restart resumes open
 * orders.
 */
@ApplicationScoped
public class ScanPlanner {
    private static final Logger LOG = Logger.getLogger(ScanPlanner.class);
    /** Large enough to spread the cost of a record, small enough that replicas share a scan evenly. */
    private static final int CHUNK = 32;

    private static final String ORDERED = "select id from scan_order where state = 'ordered' and admitted ";
    private static final Sql ADMITTED = Sql.of(ORDERED + "is not null order by created, id");
    private static final Sql WAITING = Sql.of(ORDERED + "is null order by created, id");

    private static final Sql PLANNED = Sql.of("update scan_order set state = 'planned', samples = :samples,"
            + " detail = null where id = :id and state = 'ordered'");
    private static final Sql FAILED = Sql.of("update scan_order set state = 'failed', detail = :why where id = :id");
    private static final Sql DETAIL =
            Sql.of("update scan_order set detail = :detail where id = :id and state = 'ordered'");

    private static final Sql LAST_SEEN =
            Sql.of("update scan_order set last_seq = (select max(seq) from sample where id in"
                    + " (select sample_id from scan_sample where scan_id = :scan))"
                    + " where id = :scan and coalesce(sample, 'new') = 'new'");
    private static final Sql CHOSEN = Sql.of("select count(*) as samples from scan_sample where scan_id = :scan");
    private static final Sql ITEMS =
            Sql.of("select s.id, s.external_id, s.source, s.code, s.label, coalesce(s.language, d.language) as language"
                    + " from scan_sample c join sample s on s.id = c.sample_id"
                    + " left join dataset d on d.name = s.dataset where c.scan_id = :scan"
                    + " and c.position >= :from and c.position < :to order by c.position");

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
        worker.execute(() -> ordered(ADMITTED).forEach(id -> run(id, order -> true)));
        goOn();
    }

    /** Plans what has waited, as far as it may run now: when a scan has ended, and in case that nobody said so. */
    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goOn() {
        worker.execute(() -> {
            try {
                ordered(WAITING).forEach(id -> run(id, turns::admit));
            } catch (RuntimeException e) {
                LOG.warnf("the orders could not be read, they wait: %s", e.getMessage());
            }
        });
    }

    private List<String> ordered(Sql which) {
        return database.persistently(session -> which.list(session, row -> row.text("id")));
    }

    void plan(String scanId) {
        worker.execute(() -> run(scanId, turns::admit));
    }

    private void run(String scanId, Predicate<ScanOrder> mayRun) {
        try {
            database.persistently(session -> ScanOrder.BY_ID.with("id", scanId).first(session, ScanOrder::of))
                    .filter(order -> order.state() == ScanState.ORDERED && mayRun.test(order))
                    .ifPresent(this::run);
        } catch (KenshinException e) {
            fail(scanId, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.errorf(e, "scan %s could not be planned", scanId);
            fail(scanId, "could not be planned: " + e.getMessage());
        }
    }

    private void run(ScanOrder order) {
        arrivals.awaitAll(left -> detail(order.id(), left + " samples that were imported before are not written yet"));
        int samples = snapshot(order);
        if (samples == 0) {
            fail(order.id(), "the data set " + order.dataset() + " has no sample to scan");
            return;
        }
        ModelView.Version model = models.find(order.model(), order.version());
        int chunks = (samples + CHUNK - 1) / CHUNK;
        ScanPlan plan = new ScanPlan(
                order.id(),
                order.dataset(),
                order.model(),
                order.version(),
                model.directory(),
                model.labels(),
                chunks,
                samples,
                order.isNewOnly());
        for (int number = 0; number < chunks; number++) {
            topic.send(new Chunk(order.id(), number, chunks, model.directory(), items(order.id(), number)));
        }
        database.persistently(session -> Outbox.add(
                        session, Topics.SCANS, order.id(), event("planned", ScanPlan.TYPE, order.id(), plan))
                .chain(() ->
                        PLANNED.with("id", order.id()).with("samples", samples).execute(session)));
    }

    /** What an order waits for. */
    private void detail(String scanId, String text) {
        database.persistently(
                session -> DETAIL.with("id", scanId).with("detail", text).execute(session));
    }

    /** Fixes which samples this scan sees and their order, by length; done once however often it is called. */
    private int snapshot(ScanOrder order) {
        String choice =
                order.sample() == null ? "" : SampleSize.of(order.sample()).choice();
        Sql choose = Sql.of("insert into scan_sample (scan_id, position, sample_id)"
                + " select :scan, cast(row_number() over (order by length(code), id) - 1 as int), id"
                + " from (select id, code" + SampleSize.SCANNED + choice + ") as chosen"
                + " where not exists (select 1 from scan_sample where scan_id = :scan)");
        return database.persistently(session -> choose.with("scan", order.id())
                .with("dataset", order.dataset())
                .execute(session)
                .chain(() -> LAST_SEEN.with("scan", order.id()).execute(session))
                .chain(() -> CHOSEN.with("scan", order.id()).one(session, row -> row.integer("samples"))));
    }

    private List<Chunk.Item> items(String scanId, int number) {
        return database.persistently(session -> ITEMS.with("scan", scanId)
                .with("from", number * CHUNK)
                .with("to", (number + 1) * CHUNK)
                .list(
                        session,
                        row -> new Chunk.Item(
                                row.text("id"),
                                row.optionalText("external_id").orElse(null),
                                row.optionalText("source").orElse(null),
                                row.text("code"),
                                row.text("label"),
                                row.optionalText("language").orElse(null))));
    }

    private void fail(String scanId, String reason) {
        ScanFailure failure = new ScanFailure(scanId, reason);
        database.persistently(session -> Outbox.add(
                        session, Topics.SCANS, scanId, event("failed", ScanFailure.TYPE, scanId, failure))
                .chain(() -> FAILED.with("id", scanId).with("why", reason).execute(session)));
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
