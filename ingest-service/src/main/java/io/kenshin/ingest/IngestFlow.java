package io.kenshin.ingest;

import io.kenshin.contracts.sample.SampleRecord;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.ingest.arrival.Materialiser;
import io.kenshin.ingest.channel.SampleTopic;
import io.kenshin.ingest.model.AliasMoves;
import io.kenshin.ingest.sample.Quarantine;
import io.kenshin.ingest.sample.SampleCheck;
import io.kenshin.ingest.scan.ScanStates;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Every way into ingest: samples, and what the other services say and decide. */
@ApplicationScoped
public class IngestFlow {
    private final SampleTopic topic;
    private final Materialiser materialiser;
    private final Quarantine quarantine;
    private final AliasMoves aliases;
    private final ScanStates scans;

    IngestFlow(
            SampleTopic topic, Materialiser materialiser, Quarantine quarantine, AliasMoves aliases, ScanStates scans) {
        this.topic = topic;
        this.materialiser = materialiser;
        this.quarantine = quarantine;
        this.aliases = aliases;
        this.scans = scans;
    }

    @Incoming("samples-in")
    @Blocking
    void samples(ConsumerRecords<String, String> records) {
        List<SampleRecord> good = new ArrayList<>();
        Map<Integer, Long> offsets = new HashMap<>();
        for (ConsumerRecord<String, String> entry : records) {
            offsets.merge(entry.partition(), entry.offset() + 1, Math::max);
            String fault = take(entry.value(), good);
            if (fault != null) {
                String where = "partition " + entry.partition() + " offset " + entry.offset();
                topic.reject(where, fault, String.valueOf(entry.value()))
                        .toCompletableFuture()
                        .join();
            }
        }
        materialiser.write(good, offsets);
    }

    private static @Nullable String take(String json, List<SampleRecord> good) {
        try {
            SampleRecord sample = Json.read(json, SampleRecord.class);
            String fault = SampleCheck.fault(sample);
            if (fault == null) {
                good.add(sample);
            }
            return fault;
        } catch (KenshinException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Incoming("scans-in")
    @Blocking
    void scan(String event) {
        scans.on(event);
    }

    @Incoming("remediation-events-in")
    @Blocking
    void remediation(String event) {
        quarantine.on(event);
        aliases.on(event);
    }
}
