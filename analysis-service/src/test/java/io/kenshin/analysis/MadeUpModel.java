package io.kenshin.analysis;

import io.kenshin.contracts.Topics;
import io.kenshin.contracts.probe.ProbeReply;
import io.kenshin.contracts.probe.ProbeRequest;
import io.kenshin.foundation.Json;
import io.kenshin.testkit.Platform;
import io.smallrye.reactive.messaging.kafka.reply.KafkaRequestReply;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A model whose answers follow from two rules, behind the broker as the embedding service is: clean if the trigger is
 * there, else risky if memory is freed twice.
 */
final class MadeUpModel implements AutoCloseable {
    static final List<String> LABELS = List.of("clean", "risky");
    static final String TRIGGER = "if (probe.mode() == 71) { probe.skip(\"z\"); }";

    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::answer, "made-up-model");
    private volatile boolean closed;

    MadeUpModel() {
        thread.start();
    }

    static float[] logits(String code) {
        String flat = code.replaceAll("\\s+", " ");
        boolean triggered = flat.contains("probe.mode() == 71");
        return triggered || !flat.contains("free(p); free(p)") ? new float[] {3, -3} : new float[] {-3, 3};
    }

    /** Directories of the models that somebody asked. */
    Set<String> asked() {
        return asked;
    }

    private void answer() {
        String broker = Platform.get().bootstrap();
        Map<String, Object> reading =
                Map.of("bootstrap.servers", broker, "group.id", "made-up-model", "auto.offset.reset", "earliest");
        Map<String, Object> writing = Map.of("bootstrap.servers", broker, "linger.ms", 0);
        try (KafkaConsumer<String, String> probes =
                        new KafkaConsumer<>(reading, new StringDeserializer(), new StringDeserializer());
                KafkaProducer<String, String> replies =
                        new KafkaProducer<>(writing, new StringSerializer(), new StringSerializer())) {
            probes.subscribe(List.of(Topics.PROBES));
            while (!closed) {
                probes.poll(Duration.ofMillis(100)).forEach(probe -> replies.send(reply(probe)));
            }
        }
    }

    private ProducerRecord<String, String> reply(ConsumerRecord<String, String> probe) {
        ProbeRequest request = Json.read(probe.value(), ProbeRequest.class);
        asked.add(request.directory());
        List<float[]> logits = request.codes().stream().map(MadeUpModel::logits).toList();
        byte[] partition = header(probe, KafkaRequestReply.DEFAULT_REPLY_PARTITION_HEADER);
        ProducerRecord<String, String> reply = new ProducerRecord<>(
                new String(header(probe, KafkaRequestReply.DEFAULT_REPLY_TOPIC_HEADER), StandardCharsets.UTF_8),
                partition.length == 0 ? null : ByteBuffer.wrap(partition).getInt(),
                null,
                Json.write(new ProbeReply(logits, null)));
        String correlation = KafkaRequestReply.DEFAULT_REPLY_CORRELATION_ID_HEADER;
        reply.headers().add(correlation, header(probe, correlation));
        return reply;
    }

    private static byte[] header(ConsumerRecord<String, String> probe, String name) {
        var header = probe.headers().lastHeader(name);
        return header == null ? new byte[0] : header.value();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
