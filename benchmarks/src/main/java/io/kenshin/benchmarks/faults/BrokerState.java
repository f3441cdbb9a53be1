package io.kenshin.benchmarks.faults;

import io.kenshin.contracts.Topics;
import io.kenshin.fleet.FleetException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The broker's account of who reads and of what was put aside. */
final class BrokerState implements AutoCloseable {
    /** Prefixes of the services' groups; an answer's group is without members while nobody asks. */
    private static final List<String> GROUPS =
            List.of("ingest-", "embedding-", "analysis-", "remediation-findings", "remediation-scans");

    private static final long LIMIT_SECONDS = 10;

    private final Admin admin;

    BrokerState(String kafka) {
        admin = Admin.create(Map.of("bootstrap.servers", kafka));
    }

    /** Whether no consumer group waits for a member that is gone. */
    boolean consuming() {
        try {
            List<String> groups = admin.listGroups().all().get(LIMIT_SECONDS, TimeUnit.SECONDS).stream()
                    .map(GroupListing::groupId)
                    .filter(group -> GROUPS.stream().anyMatch(group::startsWith))
                    .toList();
            return admin.describeConsumerGroups(groups).all().get(LIMIT_SECONDS, TimeUnit.SECONDS).values().stream()
                    .allMatch(group -> group.groupState() == GroupState.STABLE);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /** How many records of each topic were put aside so far; null while the broker does not say. */
    @Nullable
    Map<String, Long> deadLetters() {
        try {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            List<String> topics = admin.listTopics().names().get(LIMIT_SECONDS, TimeUnit.SECONDS).stream()
                    .filter(topic -> topic.endsWith(Topics.DEAD_LETTER_SUFFIX))
                    .toList();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .forEach((topic, described) -> described
                            .partitions()
                            .forEach(partition ->
                                    latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
            Map<String, Long> letters = new TreeMap<>();
            admin.listOffsets(latest).all().get(LIMIT_SECONDS, TimeUnit.SECONDS).forEach((partition, end) -> {
                String topic = partition.topic();
                String of = topic.substring(0, topic.length() - Topics.DEAD_LETTER_SUFFIX.length());
                letters.merge(of, end.offset(), Long::sum);
            });
            return letters;
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException | TimeoutException e) {
            return null;
        }
    }

    private static FleetException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new FleetException("interrupted", e);
    }

    /** What came on top, where anything did. */
    static Map<String, Long> more(Map<String, Long> now, Map<String, Long> before) {
        Map<String, Long> more = new TreeMap<>(now);
        before.forEach((topic, letters) -> more.merge(topic, -letters, Long::sum));
        more.values().removeIf(letters -> letters == 0);
        return more;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
