package io.kenshin.analysis;

import io.kenshin.analysis.replay.ScanTracker;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The inlets of scans and vectors. Probes leave through {@code ModelProbes}, what is found through the outbox. */
@ApplicationScoped
public class AnalysisFlow {
    /** Scan and number of the chunk. One key that the database refuses would hold up all vectors after it. */
    private static final Pattern KEY = Pattern.compile("([\\w.-]{1,100}):([0-9]{1,9})");

    private final ScanTracker tracker;

    AnalysisFlow(ScanTracker tracker) {
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
}
