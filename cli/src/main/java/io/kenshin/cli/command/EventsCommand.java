package io.kenshin.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.kenshin.contracts.Topics;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.fleet.client.Api;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the public remediation events. */
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = "Shows the remediation events, all of them or from a time or a case on. They are kept for good.")
public final class EventsCommand extends ServiceCommand {
    private static final TypeReference<CloudEvent<RemediationEvents.Data>> EVENT = new TypeReference<>() {};
    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])");

    @Option(names = "--follow", description = "Keep showing new ones until Ctrl-C")
    private boolean follow;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Only from then on: 2026-01-31, 2026-01-31T09:30:00Z, or 90m, 12h, 7d ago")
    private @Nullable String from;

    @Option(names = "--case", paramLabel = "CASE", description = "Only those of this case")
    private @Nullable String about;

    @Option(names = "--type", paramLabel = "TYPE", description = "Only types that contain this, such as promoted")
    private @Nullable String type;

    @Override
    public Integer call() throws IOException {
        @Nullable Instant since = from == null ? null : since(from, Instant.now());
        Map<String, Object> settings = Map.of("bootstrap.servers", fleet.api().kafka(), "enable.auto.commit", false);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.REMEDIATION_EVENTS, Duration.ofSeconds(15)).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            seek(consumer, partitions, since);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (follow
                    || partitions.stream()
                            .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<String, String> entry : consumer.poll(Duration.ofMillis(500))) {
                    print(entry.value(), since);
                }
            }
        }
        return ExitCodes.FINE;
    }

    /** Near the time by the log's own index; the events' times decide. */
    private static void seek(
            KafkaConsumer<String, String> consumer, List<TopicPartition> partitions, @Nullable Instant since) {
        consumer.seekToBeginning(partitions);
        if (since != null) {
            // An event is written before it is sent.
            long millis = since.toEpochMilli();
            Map<TopicPartition, Long> times = new HashMap<>();
            partitions.forEach(partition -> times.put(partition, millis));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.offsetsForTimes(times)
                    .forEach((partition, found) -> consumer.seek(
                            partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
        }
    }

    /** @throws IllegalArgumentException when the text is no time */
    static Instant since(String text, Instant now) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            long count = Long.parseLong(ago.group(1));
            return now.minus(
                    switch (ago.group(2)) {
                        case "s" -> Duration.ofSeconds(count);
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    });
        }
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--from is '" + text + "': use a date, a time with its zone, or 90m, 12h, 7d", e);
        }
    }

    private boolean wanted(CloudEvent<?> event, @Nullable Instant since) {
        return (about == null || event.subject().equals(about))
                && (type == null || event.type().contains(type))
                && (since == null || !Instant.parse(event.time()).isBefore(since));
    }

    /** An event; empty where something else stands on the topic, which keeps it for good. */
    static Optional<CloudEvent<RemediationEvents.Data>> event(@Nullable String json) {
        try {
            CloudEvent<RemediationEvents.Data> event = json == null ? null : Api.JSON.readValue(json, EVENT);
            return Optional.ofNullable(event)
                    .filter(read -> read.subject() != null && read.type() != null && read.data() != null)
                    .filter(read -> Instant.EPOCH.isBefore(Instant.parse(String.valueOf(read.time()))));
        } catch (JsonProcessingException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void print(@Nullable String json, @Nullable Instant since) {
        CloudEvent<RemediationEvents.Data> event = event(json).orElse(null);
        if (event == null || !wanted(event, since)) {
            return;
        }
        if (output.json()) {
            System.out.println(json);
            return;
        }
        System.out.printf(
                "%-30s %-36s %-16s %s%n",
                event.time(),
                event.type(),
                event.subject(),
                Objects.requireNonNullElse(event.data().reason(), ""));
    }
}
