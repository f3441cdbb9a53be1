package io.kenshin.analysis.replay;

import io.kenshin.contracts.Limits;
import io.kenshin.contracts.Topics;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.contracts.vector.VectorCodec;
import io.kenshin.foundation.BrokerSettings;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.outbox.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The Kafka log as a vector store: reads a scan's vectors again, chunk by chunk, each once, in bounded memory. */
@ApplicationScoped
public class LogReplay {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PATIENCE_SECONDS = 120;

    private final Database database;
    private final BrokerSettings broker;

    LogReplay(Database database, BrokerSettings broker) {
        this.database = database;
        this.broker = broker;
    }

    /** @throws KenshinException when vectors are no longer in the log or do not come in time */
    public void read(String scanId, Consumer<VectorBatch> each) {
        Map<TopicPartition, TreeSet<Long>> wanted = offsets(scanId);
        Map<String, Object> settings = broker.with(Map.of(
                "enable.auto.commit",
                false,
                "max.poll.records",
                16,
                "max.partition.fetch.bytes",
                Limits.RECORD_BYTES,
                "auto.offset.reset",
                "none"));
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(wanted.keySet());
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(wanted.keySet());
            wanted.forEach((partition, offsets) -> {
                if (beginnings.getOrDefault(partition, 0L) > offsets.first()) {
                    throw new KenshinException(
                            ErrorCode.UNAVAILABLE,
                            "vectors of the scan are no longer in the log: raise the retention of " + Topics.VECTORS
                                    + " and scan again");
                }
                consumer.seek(partition, offsets.first());
            });
            drain(consumer, wanted, each);
        }
    }

    private static void drain(
            KafkaConsumer<String, byte[]> consumer,
            Map<TopicPartition, TreeSet<Long>> wanted,
            Consumer<VectorBatch> each) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!wanted.isEmpty()) {
            for (ConsumerRecord<String, byte[]> entry : consumer.poll(POLL)) {
                TopicPartition partition = new TopicPartition(entry.topic(), entry.partition());
                TreeSet<Long> offsets = wanted.get(partition);
                if (offsets == null || !offsets.remove(entry.offset())) {
                    continue;
                }
                each.accept(VectorCodec.decode(entry.value()));
                deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
                if (offsets.isEmpty()) {
                    wanted.remove(partition);
                    consumer.pause(List.of(partition));
                }
            }
            if (System.nanoTime() > deadline) {
                throw new KenshinException(
                        ErrorCode.UNAVAILABLE, "the broker gave no vectors for " + PATIENCE_SECONDS + " s");
            }
        }
    }

    private Map<TopicPartition, TreeSet<Long>> offsets(String scanId) {
        List<Object[]> rows = database.persistently(session -> session.createNativeQuery(
                        "select partition, log_offset from arrival where scan_id = :scan", Object[].class)
                .setParameter("scan", scanId)
                .getResultList());
        Map<TopicPartition, TreeSet<Long>> offsets = new HashMap<>();
        for (Object[] row : rows) {
            offsets.computeIfAbsent(
                            new TopicPartition(Topics.VECTORS, ((Number) row[0]).intValue()), key -> new TreeSet<>())
                    .add(((Number) row[1]).longValue());
        }
        return offsets;
    }
}
