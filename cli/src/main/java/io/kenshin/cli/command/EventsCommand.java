package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.cli.ExitCodes;
import io.kenshin.cli.api.Api;
import io.kenshin.contracts.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the public remediation events. */
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = "Shows the remediation events from the first on.")
public final class EventsCommand implements Callable<Integer> {
    @Option(names = "--follow", description = "Keep showing new ones until Ctrl-C")
    private boolean follow;

    @Mixin
    private FleetOption fleet = new FleetOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException {
        Map<String, Object> settings = Map.of("bootstrap.servers", fleet.api().kafka(), "enable.auto.commit", false);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.REMEDIATION_EVENTS, Duration.ofSeconds(15)).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (follow
                    || partitions.stream()
                            .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<String, String> entry : consumer.poll(Duration.ofMillis(500))) {
                    print(entry.value());
                }
            }
        }
        return ExitCodes.FINE;
    }

    private void print(String json) throws IOException {
        if (output.json()) {
            System.out.println(json);
            return;
        }
        JsonNode event = Api.JSON.readTree(json);
        System.out.printf(
                "%-30s %-36s %-16s %s%n",
                event.path("time").asText(),
                event.path("type").asText(),
                event.path("subject").asText(),
                event.path("data").path("reason").asText());
    }
}
