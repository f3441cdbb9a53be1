package io.kenshin.outbox;

import io.kenshin.foundation.BrokerSettings;
import io.kenshin.foundation.DaemonThreads;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;

/**
 * Sends the rows of the outbox at least once, in the order in which they became visible, those that became so together
 * in the order of their ids. So what was committed before another was written leaves before it, however many write; a
 * row that has a lower id and commits later is sent when it is there.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long PAUSE_MILLIS = 100;
    private static final int BATCH = 200;
    private static final long LOCK = 0x6b656e7368696eL;
    private static final Sql UNSENT = Sql.of("select id, topic, key, payload from outbox where sent is null"
            + " and pg_try_advisory_xact_lock(:lock) order by id limit :most");
    /** Those that were read: others with a lower id may have been committed since. */
    private static final Sql SENT = Sql.of("update outbox set sent = now() where sent is null"
            + " and id in (select cast(r.id as bigint) from " + Sql.texts("ids") + " as r(id))");

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("outbox-relay"));
    private final Database database;
    private final OutboxProducer producer;
    private boolean failing;

    @Inject
    OutboxRelay(Database database, BrokerSettings broker) {
        this(database, new OutboxProducer(broker.with(Map.of())));
    }

    OutboxRelay(Database database, OutboxProducer producer) {
        this.database = database;
        this.producer = producer;
    }

    /** A row of the outbox. */
    record Entry(long id, String topic, String key, String payload) {}

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::relay, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void relay() {
        try {
            int sent = BATCH;
            while (sent == BATCH) {
                sent = deliver(read());
            }
            if (failing) {
                LOG.info("outbox: sending again");
            }
            failing = false;
        } catch (RuntimeException e) {
            // It tries ten times a second: said once until it works again.
            if (!failing) {
                LOG.warnf("outbox: not sent, will try again: %s", e.getMessage());
            }
            failing = true;
            producer.abandon();
        }
    }

    /** What is to be sent next. */
    List<Entry> read() {
        // The lock is held only while the rows are read; a second relay would send duplicates, which are allowed.
        return database.transaction(session -> UNSENT.with("lock", LOCK)
                .with("most", BATCH)
                .list(
                        session,
                        row -> new Entry(row.count("id"), row.text("topic"), row.text("key"), row.text("payload"))));
    }

    /**
     * Sends rows and marks those that the broker took. After the first that it did not take, all are sent again: the
     * last of each key is the last on the topic too.
     *
     * @return how many were sent
     */
    int deliver(List<Entry> entries) {
        List<Future<RecordMetadata>> acks = new ArrayList<>();
        for (Entry entry : entries) {
            acks.add(producer.send(entry));
        }
        int taken = 0;
        try {
            for (Future<RecordMetadata> ack : acks) {
                await(ack);
                taken++;
            }
        } finally {
            mark(entries.subList(0, taken));
        }
        return taken;
    }

    private void mark(List<Entry> sent) {
        if (!sent.isEmpty()) {
            List<Long> ids = sent.stream().map(Entry::id).toList();
            database.transaction(session -> SENT.withJson("ids", ids).execute(session));
        }
    }

    private static void await(Future<RecordMetadata> ack) {
        try {
            ack.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not take the record: " + e.getMessage(), e);
        }
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
        producer.abandon();
    }
}
