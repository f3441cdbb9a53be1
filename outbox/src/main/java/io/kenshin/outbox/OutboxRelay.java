package io.kenshin.outbox;

import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.foundation.BrokerSettings;
import io.kenshin.foundation.DaemonThreads;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the rows of the outbox in the order in which they were written, at least once. Replicas take turns by an
 * advisory lock, so that the order holds with several of them.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long PAUSE_MILLIS = 100;
    private static final int BATCH = 200;
    private static final long LOCK = 0x6b656e7368696eL;
    private static final Sql UNSENT = Sql.of("select id, topic, key, payload from outbox where sent is null"
            + " and pg_try_advisory_xact_lock(:lock) order by id limit :most");
    private static final Sql SENT = Sql.of("update outbox set sent = now() where sent is null and id <= :last");

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("outbox-relay"));
    private final Database database;
    private final BrokerSettings broker;
    private @Nullable KafkaProducer<String, String> producer;
    private boolean failing;

    OutboxRelay(Database database, BrokerSettings broker) {
        this.database = database;
        this.broker = broker;
    }

    /** A row of the outbox. */
    private record Entry(long id, String topic, String key, String payload) {}

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
        }
    }

    private int relayBatch() {
        // The lock is held only while the rows are read; a second relay would send duplicates, which are allowed.
        List<Entry> entries = database.transaction(session -> UNSENT.with("lock", LOCK)
                .with("most", BATCH)
                .list(
                        session,
                        row -> new Entry(row.count("id"), row.text("topic"), row.text("key"), row.text("payload"))));
        if (entries.isEmpty()) {
            return 0;
        }
        List<Future<RecordMetadata>> acks = new ArrayList<>();
        for (Entry entry : entries) {
            ProducerRecord<String, String> sent = new ProducerRecord<>(entry.topic(), entry.key(), entry.payload());
            sent.headers().add("content-type", CloudEvent.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
            acks.add(producer().send(sent));
        }
        for (Future<RecordMetadata> ack : acks) {
            await(ack);
        }
        long last = entries.get(entries.size() - 1).id();
        database.transaction(session -> SENT.with("last", last).execute(session));
        return entries.size();
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

    private synchronized KafkaProducer<String, String> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    broker.with(Map.of(
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                            true,
                            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                            io.kenshin.contracts.Topics.MAX_RECORD_BYTES)),
                    new StringSerializer(),
                    new StringSerializer());
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        timer.shutdownNow();
        if (producer != null) {
            producer.close(java.time.Duration.ofSeconds(2));
        }
    }
}
