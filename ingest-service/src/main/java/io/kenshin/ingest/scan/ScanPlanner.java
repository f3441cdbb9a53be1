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
import io.kenshin.outbox.Lease;
import io.kenshin.outbox.LeaseLost;
import io.kenshin.outbox.Leases;
import io.kenshin.outbox.Outbox;
import io.kenshin.outbox.Sql;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
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
 * fixes the list of samples, and sends chunks of like length. One replica plans an order at a time, while it has the
 * lease; every step can be repeated, so another goes on where one left off.
 */
@ApplicationScoped
public class ScanPlanner {
    private static final Logger LOG = Logger.getLogger(ScanPlanner.class);
    private static final int SIZES_AT_A_TIME = 10_000;

    private static final String ORDERED = "select id from scan_order where state = 'ordered' and admitted ";
    private static final Sql ADMITTED = Sql.of(ORDERED + "is not null order by created, id");
    private static final Sql WAITING = Sql.of(ORDERED + "is null order by created, id");

    private static final Sql PLANNED = Sql.of("update scan_order set state = 'planned', samples = :samples,"
            + " detail = null where id = :id and state = 'ordered'");
    private static final Sql FAILED =
            Sql.of("update scan_order set state = 'failed', detail = :why where id = :id and state = 'ordered'");
    private static final Sql DETAIL =
            Sql.of("update scan_order set detail = :detail where id = :id and state = 'ordered'");

    private static final Sql LAST_SEEN =
            Sql.of("update scan_order set last_seq = (select max(seq) from sample where id in"
                    + " (select sample_id from scan_sample where scan_id = :scan))"
                    + " where id = :scan and coalesce(sample, 'new') = 'new'");
    private static final Sql SIZES =
            Sql.of("select coalesce(octet_length(s.code), 0) as bytes from scan_sample c left join sample s"
                    + " on s.id = c.sample_id where c.scan_id = :scan and c.position >= :from and c.position < :to"
                    + " order by c.position");
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
    private final Leases leases;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(DaemonThreads.named("scan-planner"));

    ScanPlanner(Database database, ChunkTopic topic, Models models, Arrivals arrivals, Turns turns, Leases leases) {
        this.database = database;
        this.topic = topic;
        this.models = models;
        this.arrivals = arrivals;
        this.turns = turns;
        this.leases = leases;
    }

    void resume(@Observes StartupEvent event) {
        goOn();
    }

    /** Plans what may be planned now: when a scan has ended, and in case that nobody said so. */
    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goOn() {
        worker.execute(this::look);
    }

    /** What a planner that is gone has left goes before what has waited. */
    void look() {
        try {
            ordered(ADMITTED).forEach(id -> run(id, order -> true));
            ordered(WAITING).forEach(id -> run(id, turns::admit));
        } catch (RuntimeException e) {
            LOG.warnf("the orders could not be read, they wait: %s", e.getMessage());
        }
    }

    private List<String> ordered(Sql which) {
        return database.persistently(session -> which.list(session, row -> row.text("id")));
    }

    void plan(String scanId) {
        worker.execute(() -> run(scanId, turns::admit));
    }

    private void run(String scanId, Predicate<ScanOrder> mayRun) {
        try {
            leases.during("order " + scanId, lease -> plan(scanId, mayRun, lease));
        } catch (LeaseLost e) {
            LOG.infof("scan %s is planned elsewhere by now", scanId);
        } catch (KenshinException e) {
            LOG.warnf("scan %s waits to be planned: %s", scanId, e.getMessage());
        }
    }

    /** @throws LeaseLost when another replica plans it by now */
    void plan(String scanId, Predicate<ScanOrder> mayRun, Lease lease) {
        try {
            database.persistently(session -> ScanOrder.BY_ID.with("id", scanId).first(session, ScanOrder::of))
                    .filter(order -> order.state() == ScanState.ORDERED && mayRun.test(order))
                    .ifPresent(order -> run(order, lease));
        } catch (LeaseLost e) {
            throw e;
        } catch (KenshinException e) {
            if (KenshinException.isAway(e)) {
                throw e;
            }
            fail(scanId, String.valueOf(e.getMessage()), lease);
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                LOG.infof("scan %s was not planned before the stop: it is planned again", scanId);
                return;
            }
            LOG.errorf(e, "scan %s could not be planned", scanId);
            fail(scanId, "could not be planned: " + e.getMessage(), lease);
        }
    }

    private void run(ScanOrder order, Lease lease) {
        arrivals.awaitAll(left -> detail(order.id(), left + " samples that were imported before are not written yet"));
        snapshot(order, lease);
        Cuts cuts = cuts(order.id());
        if (cuts.samples() == 0) {
            fail(order.id(), "the data set " + order.dataset() + " has no sample to scan", lease);
            return;
        }
        ModelView.Version model = models.find(order.model(), order.version());
        ScanPlan plan = new ScanPlan(
                order.id(),
                order.dataset(),
                order.model(),
                order.version(),
                model.directory(),
                model.labels(),
                cuts.chunks(),
                cuts.samples(),
                order.isNewOnly());
        for (int number = 0; number < cuts.chunks(); number++) {
            List<Chunk.Item> items = items(order.id(), cuts.from(number), cuts.to(number));
            topic.send(new Chunk(order.id(), number, cuts.chunks(), model.directory(), items));
        }
        String planned = event("planned", ScanPlan.TYPE, order.id(), plan);
        end(PLANNED.with("id", order.id()).with("samples", cuts.samples()), order.id(), planned, lease);
    }

    /** What an order waits for. */
    private void detail(String scanId, String text) {
        database.persistently(
                session -> DETAIL.with("id", scanId).with("detail", text).execute(session));
    }

    /** Fixes which samples this scan sees and their order, by length; done once however often it is called. */
    private void snapshot(ScanOrder order, Lease lease) {
        String choice =
                order.sample() == null ? "" : SampleSize.of(order.sample()).choice();
        Sql choose = Sql.of("insert into scan_sample (scan_id, position, sample_id)"
                + " select :scan, cast(row_number() over (order by length(code), id) - 1 as int), id"
                + " from (select id, code" + SampleSize.SCANNED + choice + ") as chosen"
                + " where not exists (select 1 from scan_sample where scan_id = :scan)");
        // The lease is asked for last: it is renewed meanwhile, however long this takes.
        database.atLength(session -> choose.with("scan", order.id())
                .with("dataset", order.dataset())
                .execute(session)
                .chain(() -> LAST_SEEN.with("scan", order.id()).execute(session))
                .chain(() -> Leases.check(session, lease)));
    }

    /** How large each code is says the database without reading it. */
    private Cuts cuts(String scanId) {
        Cuts cuts = new Cuts();
        List<Long> sizes;
        do {
            int from = cuts.samples();
            sizes = database.persistently(session -> SIZES.with("scan", scanId)
                    .with("from", from)
                    .with("to", from + SIZES_AT_A_TIME)
                    .list(session, row -> row.count("bytes")));
            sizes.forEach(cuts::add);
        } while (!sizes.isEmpty());
        return cuts;
    }

    private List<Chunk.Item> items(String scanId, int from, int to) {
        return database.persistently(session -> ITEMS.with("scan", scanId)
                .with("from", from)
                .with("to", to)
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

    void fail(String scanId, String reason, Lease lease) {
        database.persistently(session -> ScanOrder.BY_ID.with("id", scanId).first(session, ScanOrder::of))
                .map(order -> order.failure(reason))
                .ifPresent(failure -> end(
                        FAILED.with("id", scanId).with("why", failure.reason()),
                        scanId,
                        event("failed", ScanFailure.TYPE, scanId, failure),
                        lease));
    }

    /** Ends the planning of an order once, and says so only then. */
    private void end(Sql change, String scanId, String event, Lease lease) {
        database.persistently(session -> Leases.check(session, lease)
                .chain(() -> change.execute(session))
                .chain(changed ->
                        changed == 0 ? Uni.createFrom().item(0) : Outbox.add(session, Topics.SCANS, scanId, event)));
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
