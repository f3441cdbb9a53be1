package io.kenshin.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kenshin.contracts.Schemas;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Records that nobody means, made from a topic's own JSON Schemas: right in form here and there, and wrong in all ways.
 */
public final class TopicFuzzer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SECONDS = 30;

    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;
    private final Random random;

    public TopicFuzzer(String bootstrap, long seed) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer());
        admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        random = new Random(seed);
    }

    /** Sends so many records to a topic and waits until it has them. */
    public void send(String topic, int records) throws IOException {
        List<JsonNode> schemas = new ArrayList<>();
        for (String name : Schemas.of(topic)) {
            try (InputStream schema = Schemas.class.getResourceAsStream(Schemas.resource(name))) {
                schemas.add(JSON.readTree(schema));
            }
        }
        for (int i = 0; i < records; i++) {
            JsonNode schema = schemas.isEmpty()
                    ? JSON.createObjectNode().put("type", "object")
                    : schemas.get(random.nextInt(schemas.size()));
            SchemaValues values = new SchemaValues(schema, random);
            ProducerRecord<String, byte[]> fuzz =
                    new ProducerRecord<>(topic, random.nextInt(3) == 0 ? null : values.text(), value(schema, values));
            if (random.nextInt(3) == 0) {
                fuzz.headers().add("traceparent", values.text().getBytes(StandardCharsets.UTF_8));
                fuzz.headers().add("REPLY_CORRELATION_ID", values.text().getBytes(StandardCharsets.UTF_8));
            }
            producer.send(fuzz);
        }
        producer.flush();
    }

    private byte @Nullable [] value(JsonNode schema, SchemaValues values) {
        return switch (random.nextInt(10)) {
            case 0 -> {
                byte[] noise = new byte[random.nextInt(300)];
                random.nextBytes(noise);
                yield noise;
            }
            case 1 -> "[".repeat(3_000).getBytes(StandardCharsets.UTF_8);
            case 2 -> new byte[0];
            case 3 -> null;
            case 4 -> {
                String json = values.of(schema).toString();
                yield json.substring(0, random.nextInt(json.length() + 1)).getBytes(StandardCharsets.UTF_8);
            }
            default -> values.of(schema).toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    /**
     * Waits until every group that reads a topic has read it to its end; groups without a member read nothing.
     *
     * @throws AssertionError naming groups that have not
     */
    public void awaitRead(Duration limit) {
        TreeSet<String> unread = new TreeSet<>();
        try {
            Wait.until("every group at its topics' ends", limit, () -> {
                unread.clear();
                unread.addAll(unread());
                return unread.isEmpty();
            });
        } catch (AssertionError e) {
            throw new AssertionError(unread + ": " + e.getMessage(), e);
        }
    }

    private TreeSet<String> unread() {
        TreeSet<String> unread = new TreeSet<>();
        try {
            for (GroupListing group : admin.listGroups().all().get(SECONDS, TimeUnit.SECONDS)) {
                if (group.groupState().filter(GroupState.EMPTY::equals).isPresent()) {
                    continue;
                }
                Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group.groupId())
                        .partitionsToOffsetAndMetadata()
                        .get(SECONDS, TimeUnit.SECONDS);
                Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
                read.keySet().forEach(partition -> ends.put(partition, OffsetSpec.latest()));
                admin.listOffsets(ends).all().get(SECONDS, TimeUnit.SECONDS).forEach((partition, end) -> {
                    OffsetAndMetadata committed = read.get(partition);
                    if (committed != null && committed.offset() < end.offset()) {
                        unread.add(
                                group.groupId() + " " + partition + " " + committed.offset() + " of " + end.offset());
                    }
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            unread.add(String.valueOf(e.getMessage()));
        }
        return unread;
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
