package io.kenshin.console.fleet;

import io.kenshin.console.settings.ConsoleSettings;
import io.kenshin.foundation.BrokerSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How many records the services have still to read. */
@ApplicationScoped
public class ConsumerLag {
    private final Admin admin;
    private final int seconds;

    ConsumerLag(ConsoleSettings settings, BrokerSettings broker) {
        seconds = settings.brokerSeconds();
        int millis = (int) Duration.ofSeconds(seconds).toMillis();
        admin = Admin.create(broker.with(Map.of("default.api.timeout.ms", millis, "request.timeout.ms", millis)));
    }

    /** A consumer group; {@code lag} in records. */
    public record Group(String group, long lag) {}

    /** @return null when the broker does not answer */
    @Nullable
    List<Group> read() {
        try {
            return lag();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private List<Group> lag() throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, ListConsumerGroupOffsetsSpec> asked = new HashMap<>();
        for (GroupListing group : admin.listGroups().all().get(seconds, TimeUnit.SECONDS)) {
            asked.put(group.groupId(), new ListConsumerGroupOffsetsSpec());
        }
        Map<String, Map<TopicPartition, OffsetAndMetadata>> read = asked.isEmpty()
                ? Map.of()
                : admin.listConsumerGroupOffsets(asked).all().get(seconds, TimeUnit.SECONDS);
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        read.values().forEach(offsets -> offsets.keySet().forEach(one -> wanted.put(one, OffsetSpec.latest())));
        var ends = admin.listOffsets(wanted).all().get(seconds, TimeUnit.SECONDS);
        List<Group> groups = new ArrayList<>();
        new TreeMap<>(read).forEach((group, offsets) -> {
            long lag = 0;
            for (Map.Entry<TopicPartition, OffsetAndMetadata> at : offsets.entrySet()) {
                var end = ends.get(at.getKey());
                if (end != null && at.getValue() != null) {
                    lag += Math.max(0, end.offset() - at.getValue().offset());
                }
            }
            if (!offsets.isEmpty()) {
                groups.add(new Group(group, lag));
            }
        });
        return groups;
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
