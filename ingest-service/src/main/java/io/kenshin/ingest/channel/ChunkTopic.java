package io.kenshin.ingest.channel;

import io.kenshin.contracts.scan.Chunk;
import io.kenshin.foundation.Json;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** The way out to {@code kenshin.chunks}. */
@ApplicationScoped
public class ChunkTopic {
    private static final long LIMIT_SECONDS = 150;

    private final MutinyEmitter<Record<String, String>> chunks;

    ChunkTopic(
            @Channel("chunks-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<Record<String, String>> chunks) {
        this.chunks = chunks;
    }

    /**
     * Sends a chunk and waits until the broker has it.
     *
     * @throws IllegalStateException when the broker did not take it in time
     */
    public void send(Chunk chunk) {
        try {
            chunks.send(Record.of(Chunk.key(chunk.scanId(), chunk.number()), Json.write(chunk)))
                    .subscribeAsCompletionStage()
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "the broker did not take chunk " + chunk.number() + ": " + e.getMessage(), e);
        }
    }
}
