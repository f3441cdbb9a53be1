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
import io.kenshin.outbox.Halves;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

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
        Map<SampleRecord, ConsumerRecord<String, String>> good = new LinkedHashMap<>();
        Map<Integer, Long> offsets = new HashMap<>();
        for (ConsumerRecord<String, String> entry : records) {
            offsets.merge(entry.partition(), entry.offset() + 1, Math::max);
            try {
                SampleRecord sample = Json.read(entry.value(), SampleRecord.class);
                String fault = SampleCheck.fault(sample);
                if (fault == null) {
                    good.put(sample, entry);
                } else {
                    reject(entry, fault);
                }
            } catch (KenshinException e) {
                reject(entry, String.valueOf(e.getMessage()));
            }
        }
        boolean all = Halves.write(
                List.copyOf(good.keySet()),
                // Only with the last sample is the batch written.
                some -> materialiser.write(some, some.size() == good.size() ? offsets : Map.of()),
                (sample, e) -> reject(Objects.requireNonNull(good.get(sample)), String.valueOf(e.getMessage())));
        if (!all) {
            materialiser.write(List.of(), offsets);
        }
    }

    private void reject(ConsumerRecord<String, String> entry, String fault) {
        String where = "partition " + entry.partition() + " offset " + entry.offset();
        topic.reject(where, fault, String.valueOf(entry.value()))
                .toCompletableFuture()
                .join();
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
