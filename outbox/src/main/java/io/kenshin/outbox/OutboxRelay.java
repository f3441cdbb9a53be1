package io.kenshin.outbox;

import io.kenshin.foundation.BrokerSettings;
import io.kenshin.foundation.DaemonThreads;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the rows of the outbox at least once, in the order in which they became visible, those that became so together
 * in the order of their ids. So what was committed before another was written leaves before it, however many write; a
 * row that has a lower id and commits later is sent when it is there.
 *
 * <p>One replica sends at a time, while it holds the lease: it begins with no record that might still be under way when
 * another has the lease.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long PAUSE_MILLIS = 100;
    private static final int BATCH = 200;
    private static final String LEASE = "outbox";
    static final Duration LENGTH = Duration.ofSeconds(15);
    static final Duration RENEW = Duration.ofSeconds(3);
    private static final Sql WAITING = Sql.of("select id from outbox where sent is null limit 1");
    private static final Sql UNSENT =
            Sql.of("select id, topic, key, payload from outbox where sent is null order by id limit :most");
    /** Those that were read: others with a lower id may have been committed since. */
    private static final Sql SENT = Sql.of("update outbox set sent = now() where sent is null"
            + " and id in (select cast(r.id as bigint) from " + Sql.texts("ids") + " as r(id))");

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("outbox-relay"));
    private final Database database;
    private final Leases leases;
    private final OutboxProducer producer;
    private final LongSupplier clock;
    private @Nullable Lease lease;
    /** By the own clock, and not later than by the database's. */
    private long until;

    private boolean failing;

    @Inject
    OutboxRelay(Database database, Leases leases, BrokerSettings broker) {
        this(database, leases, new OutboxProducer(broker.with(Map.of())), System::nanoTime);
    }

    /** @param clock nanoseconds since some time */
    OutboxRelay(Database database, Leases leases, OutboxProducer producer, LongSupplier clock) {
        this.database = database;
        this.leases = leases;
        this.producer = producer;
        this.clock = clock;
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
                sent = relayBatch();
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
            letGo();
        }
    }

    /** Sends what waits, if this replica may; how much it was. */
    int relayBatch() {
        boolean waiting = database.transaction(session -> WAITING.first(session, row -> true))
                .isPresent();
        return waiting && hold() ? deliver(read()) : 0;
    }

    /** Takes the lease, or renews it long before it ends. */
    boolean hold() {
        long now = clock.getAsLong();
        Lease mine = lease;
        if (mine != null && until - now > LENGTH.minus(RENEW).toNanos()) {
            return true;
        }
        lease = mine == null ? leases.take(LEASE, LENGTH).orElse(null) : leases.renew(mine, LENGTH) ? mine : null;
        until = now + LENGTH.toNanos();
        return lease != null;
    }

    /** What is to be sent next. */
    List<Entry> read() {
        return database.transaction(session -> UNSENT.with("most", BATCH)
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
            // It could still be under way when another replica sends.
            if (until - clock.getAsLong() < OutboxProducer.LONGEST.toNanos()) {
                break;
            }
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
        Lease mine = lease;
        if (mine != null && !sent.isEmpty()) {
            List<Long> ids = sent.stream().map(Entry::id).toList();
            database.transaction(session -> Leases.check(session, mine)
                    .chain(() -> SENT.withJson("ids", ids).execute(session)));
        }
    }

    private static void await(Future<RecordMetadata> ack) {
        try {
            ack.get(OutboxProducer.LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not take the record: " + e.getMessage(), e);
        }
    }

    /** Drops what has not left yet, and only then lets another replica send. */
    private void letGo() {
        producer.abandon();
        if (lease != null) {
            leases.release(lease);
            lease = null;
        }
    }

    /** While the database can be told, so that another replica sends at once. */
    void stop(@Observes ShutdownEvent event) {
        close();
    }

    void close() {
        timer.shutdownNow();
        try {
            if (timer.awaitTermination(2, TimeUnit.SECONDS)) {
                letGo();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
