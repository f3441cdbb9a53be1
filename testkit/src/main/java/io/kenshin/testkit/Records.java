package io.kenshin.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.kenshin.contracts.Limits;
import io.kenshin.contracts.Schemas;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The records that really travel on the broker, for tests to write and to read. */
public final class Records {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Records() {}

    public static void send(String bootstrap, String topic, String key, byte[] value) {
        send(bootstrap, topic, key, value, Map.of());
    }

    /** Sends a record with headers. */
    public static void send(String bootstrap, String topic, String key, byte[] value, Map<String, String> headers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "max.request.size", Limits.RECORD_BYTES);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> entry = new ProducerRecord<>(topic, key, value);
            headers.forEach((name, text) -> entry.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(entry).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a topic from its start until {@code count} records match.
     *
     * @throws AssertionError when they do not come within the time
     */
    public static List<ConsumerRecord<String, byte[]>> await(
            String bootstrap,
            String topic,
            int count,
            Duration limit,
            Predicate<ConsumerRecord<String, byte[]>> matches) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", false);
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        long deadline = System.nanoTime() + limit.toNanos();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (found.size() < count) {
                consumer.poll(Duration.ofMillis(200)).forEach(entry -> {
                    if (matches.test(entry)) {
                        found.add(entry);
                    }
                });
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(
                            found.size() + " of " + count + " records on " + topic + " within " + limit);
                }
            }
        }
        return found;
    }

    /** A record's value as JSON; a missing node where it is none, as other tests may have sent it. */
    public static JsonNode json(ConsumerRecord<String, byte[]> entry) {
        if (entry.value() == null) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(new String(entry.value(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** @throws AssertionError when a record fits none of its topic's schemas */
    public static void assertFitsSchema(ConsumerRecord<String, byte[]> entry) {
        List<String> faults = new ArrayList<>();
        for (String name : Schemas.of(entry.topic())) {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Schemas.class.getResourceAsStream(Schemas.resource(name)));
            var messages = schema.validate(json(entry));
            if (messages.isEmpty()) {
                return;
            }
            faults.add(name + ": " + messages);
        }
        throw new AssertionError("a record on " + entry.topic() + " fits no schema: " + faults);
    }
}
