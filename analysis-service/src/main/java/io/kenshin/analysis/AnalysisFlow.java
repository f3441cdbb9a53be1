package io.kenshin.analysis;

import io.kenshin.analysis.replay.ScanTracker;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.ProbeClient;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.reply.KafkaRequestReply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Scans and vectors in, probes out and back. Findings and verdicts leave through the outbox. */
@ApplicationScoped
public class AnalysisFlow {
    /** Scan and number of the chunk. One key that the database refuses would hold up all vectors after it. */
    private static final Pattern KEY = Pattern.compile("([\\w.-]{1,100}):([0-9]{1,9})");

    private final KafkaRequestReply<String, String> probes;
    private final ScanTracker tracker;

    AnalysisFlow(@Channel("probes") KafkaRequestReply<String, String> probes, ScanTracker tracker) {
        this.probes = probes;
        this.tracker = tracker;
    }

    @Incoming("scans-in")
    @Blocking
    void scan(String event) {
        tracker.on(event);
    }

    @Incoming("vectors-in")
    @Blocking
    void vectors(ConsumerRecords<String, Integer> records) {
        List<ScanTracker.Arrival> arrivals = new ArrayList<>();
        for (ConsumerRecord<String, Integer> entry : records) {
            Matcher key = KEY.matcher(String.valueOf(entry.key()));
            // What has no such key belongs to no scan.
            if (key.matches()) {
                arrivals.add(new ScanTracker.Arrival(
                        key.group(1), Integer.parseInt(key.group(2)), entry.partition(), entry.offset()));
            }
        }
        tracker.arrived(arrivals);
    }

    /**
     * Asks the embedding service what a model predicts.
     *
     * @return logits [sample][label]
     * @throws KenshinException when no answer comes in time or the model cannot be asked
     */
    public float[][] predict(String directory, List<String> codes) {
        return ProbeClient.predict(probes, directory, codes);
    }
}
