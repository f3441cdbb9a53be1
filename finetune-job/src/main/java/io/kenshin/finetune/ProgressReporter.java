package io.kenshin.finetune;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kenshin.contracts.Topics;
import io.kenshin.contracts.training.TrainingProgress;
import io.kenshin.finetune.data.TrainingSample;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A listener that sends progress to Kafka as best it can, prints it, and keeps every sample's loss of every epoch. */
final class ProgressReporter implements TrainingListener, AutoCloseable {
    private static final long PAUSE_NANOS = 500_000_000L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String jobId;
    private final Path losses;
    private final @Nullable KafkaProducer<String, String> producer;
    private long last;
    private double loss;
    private double accuracy;

    ProgressReporter(TrainerContract contract) throws IOException {
        jobId = contract.jobId();
        losses = contract.output().resolve("losses.ndjson");
        Files.writeString(losses, "");
        String kafka = contract.kafka();
        producer = kafka == null || kafka.isBlank()
                ? null
                : new KafkaProducer<>(
                        settings(contract.broker(), kafka), new StringSerializer(), new StringSerializer());
    }

    private static Map<String, Object> settings(Map<String, String> broker, String kafka) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("bootstrap.servers", kafka);
        settings.put("max.block.ms", "2000");
        return settings;
    }

    @Override
    public void prepared(int done, int total) {
        send(new TrainingProgress(jobId, 0, 0, done, total, 0, 0), done == total);
    }

    @Override
    public void progress(int epoch, int epochs, int seen, int total, double meanLoss, double meanAccuracy) {
        loss = meanLoss;
        accuracy = meanAccuracy;
        send(new TrainingProgress(jobId, epoch, epochs, seen, total, meanLoss, meanAccuracy), seen == total);
    }

    @Override
    public void epoch(int epoch, int epochs, List<TrainingSample> samples, float[] values, double meanAccuracy) {
        try (BufferedWriter out = Files.newBufferedWriter(losses, java.nio.file.StandardOpenOption.APPEND)) {
            for (int i = 0; i < values.length; i++) {
                out.write(JSON.writeValueAsString(
                        Map.of("epoch", epoch, "id", samples.get(i).id(), "loss", values[i])));
                out.newLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the losses", e);
        }
    }

    double loss() {
        return loss;
    }

    double accuracy() {
        return accuracy;
    }

    private void send(TrainingProgress progress, boolean always) {
        long now = System.nanoTime();
        if (!always && now - last < PAUSE_NANOS) {
            return;
        }
        last = now;
        try {
            String json = JSON.writeValueAsString(progress);
            System.out.println(json);
            if (producer != null) {
                producer.send(new ProducerRecord<>(Topics.TRAINING_PROGRESS, jobId, json));
            }
        } catch (IOException | org.apache.kafka.common.KafkaException e) {
            System.err.println("progress was not sent: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
