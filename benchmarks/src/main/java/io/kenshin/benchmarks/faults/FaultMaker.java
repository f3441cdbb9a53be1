package io.kenshin.benchmarks.faults;

import io.kenshin.benchmarks.fleet.FaultyFleet;
import io.kenshin.fleet.FleetException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Makes a fleet's parts and topics go wrong. */
final class FaultMaker {
    private static final int REPEATED = 40;
    private static final int LEAST_MILLIS = 1_000;
    private static final int MOST_MILLIS = 6_000;
    private static final int BALLAST_BYTES = 1 << 20;
    private static final int RETRY_MILLIS = 20;

    private final FaultyFleet fleet;
    private final String kafka;
    private final Random random;

    FaultMaker(FaultyFleet fleet, String kafka, Random random) {
        this.fleet = fleet;
        this.kafka = kafka;
        this.random = random;
    }

    /** @return the time from which the fleet recovers: a kill or a stop itself, the end of anything else */
    long cause(Fault fault) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        return switch (fault.kind()) {
            case KILL -> {
                fleet.crash(fault.part());
                fleet.restart(fault.part());
                yield begin;
            }
            case STOP -> {
                fleet.stop(fault.part());
                fleet.restart(fault.part());
                yield begin;
            }
            case PAUSE -> {
                pause(fleet.process(fault.part()).pid());
                yield System.nanoTime();
            }
            case REPEAT -> {
                send(reversed(fault.part()));
                yield System.nanoTime();
            }
            case MALFORMED -> {
                send(malformed(fault.part()));
                yield System.nanoTime();
            }
            case FULL -> {
                fill();
                yield System.nanoTime();
            }
        };
    }

    private int someMillis() {
        return LEAST_MILLIS + random.nextInt(MOST_MILLIS - LEAST_MILLIS);
    }

    private void pause(long process) throws IOException, InterruptedException {
        signal("STOP", process);
        try {
            Thread.sleep(someMillis());
        } finally {
            signal("CONT", process);
        }
    }

    private List<ProducerRecord<byte[], byte[]>> malformed(String topic) {
        List<byte[]> values = new ArrayList<>();
        for (String value : List.of(
                "",
                "{",
                "null",
                "[]",
                "{\"specversion\":\"1.0\"}",
                "{\"specversion\":\"1.0\",\"type\":\"io.kenshin.sample.judged.v1\",\"data\":{}}",
                "{\"specversion\":\"1.0\",\"type\":\"io.kenshin.scan.completed.v1\",\"data\":{}}",
                "{\"specversion\":\"1.0\",\"type\":\"io.kenshin.samples.quarantined.v1\",\"data\":{}}",
                "\u0000\u0001")) {
            values.add(value.getBytes(StandardCharsets.UTF_8));
        }
        byte[] noise = new byte[2_000];
        random.nextBytes(noise);
        values.add(noise);
        values.add(null);
        // A key of the right form, and one that no database takes.
        return Stream.of("malformed:1", "\u0000:1")
                .map(key -> key.getBytes(StandardCharsets.UTF_8))
                .flatMap(key -> values.stream().map(value -> new ProducerRecord<>(topic, key, value)))
                .toList();
    }

    /** Takes all space that is left, and what becomes free meanwhile. */
    private void fill() throws IOException, InterruptedException {
        Path ballast = fleet.layout().data().resolve("ballast");
        byte[] block = new byte[BALLAST_BYTES];
        long most = TimeUnit.MILLISECONDS.toNanos(someMillis());
        @Nullable Long full = null;
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (full == null || System.nanoTime() - full < most) {
                try {
                    out.write(block);
                } catch (IOException e) {
                    full = full == null ? Long.valueOf(System.nanoTime()) : full;
                    Thread.sleep(RETRY_MILLIS);
                }
            }
        } finally {
            Files.delete(ballast);
        }
    }

    private static void signal(String name, long id) throws IOException, InterruptedException {
        if (new ProcessBuilder("kill", "-" + name, Long.toString(id)).start().waitFor() != 0) {
            throw new FleetException("process " + id + " takes no signal");
        }
    }

    private void send(List<ProducerRecord<byte[], byte[]>> records) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "max.request.size", 16 << 20),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            records.forEach(producer::send);
            producer.flush();
        }
    }

    /** The last records of a topic, the latest first. */
    private List<ProducerRecord<byte[], byte[]>> reversed(String topic) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
            for (TopicPartition partition : partitions) {
                long end = ends.getOrDefault(partition, 0L);
                consumer.seek(partition, Math.max(starts.getOrDefault(partition, 0L), end - REPEATED));
            }
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (ConsumerRecord<byte[], byte[]> read : consumer.poll(Duration.ofSeconds(1))) {
                    records.add(
                            0, new ProducerRecord<>(topic, read.partition(), read.key(), read.value(), read.headers()));
                }
            }
        }
        return records;
    }
}
