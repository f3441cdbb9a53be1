package io.kenshin.console.live;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.kenshin.console.settings.ConsoleSettings;
import io.kenshin.contracts.Topics;
import io.kenshin.foundation.BrokerSettings;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** The remediation events that the broker keeps for good. */
@ApplicationScoped
public class EventLog {
    private final ConsoleSettings settings;
    private final BrokerSettings broker;

    EventLog(ConsoleSettings settings, BrokerSettings broker) {
        this.settings = settings;
        this.broker = broker;
    }

    /** An event as it stands on the topic. */
    public record Entry(@JsonRawValue String event) {}

    /**
     * The latest events.
     *
     * @param about only those of this case; then the whole log is read
     */
    public List<Entry> latest(@Nullable String about) {
        Duration limit = Duration.ofSeconds(settings.brokerSeconds());
        Map<String, Object> client =
                broker.with(Map.of("enable.auto.commit", false, "default.api.timeout.ms", (int) limit.toMillis()));
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
            return read(consumer, about, limit);
        } catch (KafkaException e) {
            throw new KenshinException(ErrorCode.UNAVAILABLE, "the broker does not answer: " + e.getMessage(), e);
        }
    }

    private List<Entry> read(KafkaConsumer<String, String> consumer, @Nullable String about, Duration limit) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.REMEDIATION_EVENTS, limit).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        for (TopicPartition partition : partitions) {
            long first = begins.getOrDefault(partition, 0L);
            long recent = ends.getOrDefault(partition, 0L) - settings.mostEvents();
            consumer.seek(partition, about == null ? Math.max(first, recent) : first);
        }
        Deque<Entry> latest = new ArrayDeque<>();
        while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
            for (ConsumerRecord<String, String> entry : consumer.poll(Duration.ofMillis(200))) {
                if ((about == null || about.equals(entry.key())) && Json.isObject(entry.value())) {
                    latest.addLast(new Entry(entry.value()));
                    if (latest.size() > settings.mostEvents()) {
                        latest.removeFirst();
                    }
                }
            }
        }
        return new ArrayList<>(latest);
    }
}
