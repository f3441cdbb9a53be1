package io.kenshin.benchmarks.service;

import io.kenshin.benchmarks.fleet.FaultyFleet;
import io.kenshin.benchmarks.fleet.FigureBenchmark;
import io.kenshin.benchmarks.fleet.Figures;
import io.kenshin.codemodel.CodeModel;
import io.kenshin.codemodel.Device;
import io.kenshin.contracts.Limits;
import io.kenshin.contracts.Topics;
import io.kenshin.contracts.sample.SampleId;
import io.kenshin.contracts.scan.Chunk;
import io.kenshin.corpus.JavaMethods;
import io.kenshin.fleet.FleetException;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.terminal.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From chunks on the broker to vectors on the broker. */
@Command(
        name = "embedding",
        mixinStandardHelpOptions = true,
        description =
                "Methods per second of embedding-service from topic to topic, against the same model without a service.")
public final class EmbeddingBenchmark extends FigureBenchmark {
    private static final String ALONE = "the same model in one process, all layers, from text";
    private static final String SERVICE = "embedding-service, kenshin.chunks to kenshin.vectors";
    private static final long LIMIT_SECONDS = 600;

    @Option(names = "--samples", defaultValue = "1600", description = "Methods of a turn (default: ${DEFAULT-VALUE})")
    private int samples;

    @Override
    protected String measure(FaultyFleet fleet, Terminal terminal, Figures figures) throws Exception {
        Path model = fleet.layout().root().resolve("corpus/target/minilm");
        List<String> codes = new ArrayList<>();
        JavaMethods.visit(
                List.of(fleet.layout().root().resolve("corpus/target/sources")),
                11,
                () -> codes.size() < samples,
                method -> codes.add(method.code()));
        // As a scan cuts them: of like length.
        codes.sort(Comparator.comparingInt(String::length));
        String kafka = Api.of(fleet.layout()).kafka();
        double[] alone = new double[runs()];
        double[] service = new double[runs()];
        int cores = Runtime.getRuntime().availableProcessors();
        try (CodeModel own = CodeModel.open(model, Device.CPU, cores)) {
            for (int run = -1; run < runs(); run++) {
                terminal.status("run " + (run + 1) + " of " + runs());
                long begin = System.nanoTime();
                for (int from = 0; from < codes.size(); from += CHUNK * cores) {
                    own.embed(codes.subList(from, Math.min(codes.size(), from + CHUNK * cores)));
                }
                double first = codes.size() / seconds(begin);
                double second = codes.size() / topicToTopic(kafka, model, codes, "bench" + run);
                if (run >= 0) {
                    alone[run] = first;
                    service[run] = second;
                }
            }
        }
        figures.add(ALONE, "methods/s", alone);
        figures.add(SERVICE, "methods/s", service, ALONE);
        return codes.size() + " methods a turn in chunks of " + CHUNK;
    }

    private static double topicToTopic(String kafka, Path model, List<String> codes, String scan) {
        List<ProducerRecord<String, String>> chunks = new ArrayList<>();
        int count = (codes.size() + CHUNK - 1) / CHUNK;
        for (int number = 0; number < count; number++) {
            List<Chunk.Item> items =
                    codes.subList(number * CHUNK, Math.min(codes.size(), (number + 1) * CHUNK)).stream()
                            .map(code ->
                                    new Chunk.Item(SampleId.of(scan, code, "clean"), null, null, code, "clean", null))
                            .toList();
            chunks.add(new ProducerRecord<>(
                    Topics.CHUNKS,
                    Chunk.key(scan, number),
                    Api.write(new Chunk(scan, number, count, model.toString(), items))));
        }
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka, "enable.auto.commit", false),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
                KafkaProducer<String, String> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka, "max.request.size", Limits.RECORD_BYTES),
                        new StringSerializer(),
                        new StringSerializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.VECTORS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            long begin = System.nanoTime();
            chunks.forEach(producer::send);
            Set<String> seen = new HashSet<>();
            while (seen.size() < count) {
                consumer.poll(Duration.ofMillis(100)).forEach(vectors -> {
                    if (vectors.key().startsWith(scan + ":")) {
                        seen.add(vectors.key());
                    }
                });
                if (seconds(begin) > LIMIT_SECONDS) {
                    throw new FleetException(
                            seen.size() + " of " + count + " chunks came back within " + LIMIT_SECONDS + " s");
                }
            }
            return seconds(begin);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
