package io.kenshin.ingest.channel;

import io.kenshin.contracts.Limits;
import io.kenshin.contracts.sample.SampleRecord;
import io.kenshin.foundation.Json;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** The way out to {@code kenshin.samples} and its dead letters. */
@ApplicationScoped
public class SampleTopic {
    private static final int KEPT_CHARS = 64 * 1024;

    private final MutinyEmitter<Record<String, String>> samples;
    private final MutinyEmitter<Record<String, String>> deadLetters;

    SampleTopic(
            @Channel("samples-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<Record<String, String>> samples,
            @Channel("samples-dead-letter") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<Record<String, String>> deadLetters) {
        this.samples = samples;
        this.deadLetters = deadLetters;
    }

    /** Sends a sample; done when the broker has it. The caller bounds how many are under way. */
    public CompletionStage<Void> send(SampleRecord sample) {
        return samples.send(Record.of(sample.id(), Json.write(sample))).subscribeAsCompletionStage();
    }

    /** Keeps what could not be taken, cut to a bounded text, with its reason; done when the broker has it. */
    public CompletionStage<Void> reject(String where, String reason, String text) {
        String letter = Json.write(Map.of(
                "where", where,
                "reason", Limits.cut(reason, Limits.REASON_CHARS),
                "text", Limits.cut(text, KEPT_CHARS)));
        return deadLetters.send(Record.of(where, letter)).subscribeAsCompletionStage();
    }
}
