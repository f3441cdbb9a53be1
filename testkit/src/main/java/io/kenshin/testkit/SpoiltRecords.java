package io.kenshin.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kenshin.contracts.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Records that nobody could keep, made from one that is good: each of its fields in turn with a NUL, half a surrogate
 * pair, a very long text, another type or nothing, and the whole as large as the broker takes it.
 */
public final class SpoiltRecords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LONG = "n".repeat(12_000);
    /** What a batch adds to its one record. */
    private static final int OVERHEAD = 1_000;

    private SpoiltRecords() {}

    /**
     * Sends all of them to a topic.
     *
     * @throws AssertionError when it took what is larger than a record may be, or refused another
     */
    public static void send(String bootstrap, String topic, String good) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap, "max.request.size", 4 * Limits.RECORD_BYTES, "linger.ms", 5);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (String value : spoilt(good)) {
                sent.add(producer.send(entry(topic, "spoilt", value)));
            }
            for (String key : List.of("\u0000", LONG, "n".repeat(Limits.RECORD_BYTES - OVERHEAD))) {
                sent.add(producer.send(entry(topic, key, "{")));
            }
            ProducerRecord<String, byte[]> heads = entry(topic, "heads", "{");
            heads.headers().add("head", new byte[Limits.RECORD_BYTES - OVERHEAD]);
            sent.add(producer.send(heads));
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
            assertRefused(producer.send(entry(topic, "large", "x".repeat(Limits.RECORD_BYTES + 1))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("the broker refused a record", e);
        }
    }

    private static ProducerRecord<String, byte[]> entry(String topic, String key, String value) {
        return new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(Future<RecordMetadata> large) throws InterruptedException {
        try {
            large.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                return;
            }
        }
        throw new AssertionError("the broker took a record that is larger than Limits.RECORD_BYTES");
    }

    private static List<String> spoilt(String good) {
        List<String> spoilt = new ArrayList<>();
        int most = Limits.RECORD_BYTES - OVERHEAD;
        try {
            ObjectNode whole = (ObjectNode) JSON.readTree(good);
            spoil(whole, whole, spoilt);
            if (whole.path("data") instanceof ObjectNode data) {
                spoil(whole, data, spoilt);
            }
            // All that it says is right, and it says more than anybody asked for.
            ObjectNode padded = whole.deepCopy();
            padded.put("padding", "");
            int room = most - text(padded).length();
            spoilt.add(text(padded.put("padding", "x".repeat(room))));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + good, e);
        }
        spoilt.add("x".repeat(most));
        // Twice as large as JSON.
        spoilt.add("\"".repeat(most));
        spoilt.add("\u0000".repeat(most));
        spoilt.add("[".repeat(100_000));
        return spoilt;
    }

    /** With escapes, as half a surrogate pair travels in no other way. */
    private static String text(JsonNode json) throws JsonProcessingException {
        return JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(json);
    }

    /** Each field of a part of the whole in all other ways. */
    private static void spoil(ObjectNode whole, ObjectNode part, List<String> spoilt) throws JsonProcessingException {
        List<String> names = new ArrayList<>();
        part.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode right = part.get(name);
            for (Object wrong :
                    new Object[] {"a\u0000b", "a\ud83d", LONG, 1e300, -1, true, List.of("a\u0000b"), Map.of("a", LONG)
                    }) {
                part.set(name, JSON.valueToTree(wrong));
                spoilt.add(text(whole));
            }
            part.putNull(name);
            spoilt.add(text(whole));
            part.remove(name);
            spoilt.add(text(whole));
            part.set(name, right);
        }
    }
}
