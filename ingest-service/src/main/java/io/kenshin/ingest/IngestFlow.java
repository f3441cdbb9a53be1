package io.kenshin.ingest;

import io.kenshin.contracts.sample.SampleRecord;
import io.kenshin.contracts.scan.Chunk;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.ingest.model.AliasMoves;
import io.kenshin.ingest.sample.Materialiser;
import io.kenshin.ingest.sample.Quarantine;
import io.kenshin.ingest.sample.SampleCheck;
import io.kenshin.ingest.scan.ScanStates;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/** Every way in and out of ingest: samples in, chunks out, and what the other services decide. */
@ApplicationScoped
public class IngestFlow {
    private final MutinyEmitter<Record<String, String>> samples;
    private final MutinyEmitter<Record<String, String>> deadLetters;
    private final MutinyEmitter<Record<String, String>> chunks;
    private final Materialiser materialiser;
    private final Quarantine quarantine;
    private final AliasMoves aliases;
    private final ScanStates scans;

    IngestFlow(
            @Channel("samples-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<Record<String, String>> samples,
            @Channel("samples-dead-letter") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<Record<String, String>> deadLetters,
            @Channel("chunks-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<Record<String, String>> chunks,
            Materialiser materialiser,
            Quarantine quarantine,
            AliasMoves aliases,
            ScanStates scans) {
        this.samples = samples;
        this.deadLetters = deadLetters;
        this.chunks = chunks;
        this.materialiser = materialiser;
        this.quarantine = quarantine;
        this.aliases = aliases;
        this.scans = scans;
    }

    /** Sends a sample; done when the broker has it. The caller bounds how many are under way. */
    public CompletionStage<Void> send(SampleRecord sample) {
        return samples.send(Record.of(sample.id(), Json.write(sample))).subscribeAsCompletionStage();
    }

    /** Keeps what could not be taken, with its reason. */
    public CompletionStage<Void> reject(String where, String reason, String text) {
        String letter = Json.write(Map.of("where", where, "reason", reason, "text", text));
        return deadLetters.send(Record.of(where, letter)).subscribeAsCompletionStage();
    }

    /** Sends a chunk of a scan; done when the broker has it. */
    public CompletionStage<Void> send(Chunk chunk) {
        return chunks.send(Record.of(Chunk.key(chunk.scanId(), chunk.number()), Json.write(chunk)))
                .subscribeAsCompletionStage();
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
                reject(where, fault, String.valueOf(entry.value()))
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
