package io.kenshin.outbox;

import io.kenshin.contracts.Limits;
import io.kenshin.contracts.event.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The producer of the relay: what it has not delivered after {@link #LONGEST} never leaves it. */
final class OutboxProducer {
    private static final Duration BLOCK = Duration.ofSeconds(4);
    private static final Duration REQUEST = Duration.ofSeconds(5);
    private static final Duration DELIVERY = Duration.ofSeconds(6);
    /** From the call to {@link #send} until the record is delivered or given up. */
    static final Duration LONGEST = BLOCK.plus(DELIVERY);

    private final Map<String, Object> settings;
    private @Nullable KafkaProducer<String, String> producer;

    /** @param broker the way to the broker */
    OutboxProducer(Map<String, Object> broker) {
        settings = new HashMap<>(broker);
        settings.putAll(Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Limits.RECORD_BYTES,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                (int) BLOCK.toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) REQUEST.toMillis(),
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) DELIVERY.toMillis()));
    }

    Future<RecordMetadata> send(OutboxRelay.Entry entry) {
        KafkaProducer<String, String> open = producer;
        if (open == null) {
            open = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
            producer = open;
        }
        ProducerRecord<String, String> sent = new ProducerRecord<>(entry.topic(), entry.key(), entry.payload());
        sent.headers().add("content-type", CloudEvent.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
        return open.send(sent);
    }

    /** Drops what it still holds; the next record has a new one. */
    void abandon() {
        KafkaProducer<String, String> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }
}
