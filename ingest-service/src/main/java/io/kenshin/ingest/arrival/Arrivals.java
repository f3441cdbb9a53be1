package io.kenshin.ingest.arrival;

import io.kenshin.contracts.Topics;
import io.kenshin.foundation.BrokerSettings;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The wait until all that is on {@code kenshin.samples} now has been written to the database. */
@ApplicationScoped
public class Arrivals {
    private static final Sql WRITTEN = Sql.of("select partition, next_offset from materialised");
    private static final long LIMIT_SECONDS = 600;
    private static final long SAY_SECONDS = 2;

    private final Database database;
    private final BrokerSettings broker;

    Arrivals(Database database, BrokerSettings broker) {
        this.database = database;
        this.broker = broker;
    }

    /**
     * Waits as long as it takes, provided that something is written now and then.
     *
     * @param waiting told every few seconds how many samples are still to be written
     * @throws KenshinException when nothing was written for ten minutes, or the broker does not answer
     */
    public void awaitAll(LongConsumer waiting) {
        Map<Integer, Long> ends = ends();
        long left = left(ends);
        long progress = System.nanoTime();
        long said = progress;
        while (left > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            long before = left;
            left = left(ends);
            long now = System.nanoTime();
            if (left < before) {
                progress = now;
            } else if (now - progress > TimeUnit.SECONDS.toNanos(LIMIT_SECONDS)) {
                throw new KenshinException(
                        ErrorCode.UNAVAILABLE,
                        "none of " + left + " imported samples was written within " + LIMIT_SECONDS + " s");
            }
            if (now - said > TimeUnit.SECONDS.toNanos(SAY_SECONDS)) {
                said = now;
                waiting.accept(left);
            }
        }
    }

    private Map<Integer, Long> ends() {
        try (Admin admin = Admin.create(broker.with(Map.of()))) {
            int partitions = admin.describeTopics(List.of(Topics.SAMPLES))
                    .allTopicNames()
                    .get(30, TimeUnit.SECONDS)
                    .values()
                    .iterator()
                    .next()
                    .partitions()
                    .size();
            Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
            for (int i = 0; i < partitions; i++) {
                wanted.put(new TopicPartition(Topics.SAMPLES, i), OffsetSpec.latest());
            }
            Map<Integer, Long> ends = new HashMap<>();
            admin.listOffsets(wanted)
                    .all()
                    .get(30, TimeUnit.SECONDS)
                    .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
            return ends;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KenshinException(ErrorCode.UNAVAILABLE, "the broker does not answer: " + e.getMessage(), e);
        }
    }

    private long left(Map<Integer, Long> ends) {
        Map<Integer, Long> written = database
                .persistently(session ->
                        WRITTEN.list(session, row -> Map.entry(row.integer("partition"), row.count("next_offset"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - written.getOrDefault(end.getKey(), 0L)))
                .sum();
    }
}
