package io.kenshin.embedding;

import io.kenshin.contracts.probe.ProbeRequest;
import io.kenshin.contracts.scan.Chunk;
import io.kenshin.embedding.chunk.ChunkEmbedder;
import io.kenshin.embedding.probe.Probes;
import io.kenshin.foundation.Json;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Outgoing;

/** Chunks in, vectors out; probes in, replies out. No state. */
@ApplicationScoped
public class EmbeddingFlow {
    private final ChunkEmbedder embedder;
    private final Probes probes;

    EmbeddingFlow(ChunkEmbedder embedder, Probes probes) {
        this.embedder = embedder;
        this.probes = probes;
    }

    @Incoming("chunks-in")
    @Outgoing("vectors-out")
    // Chunks are counted, not ordered: one is read and written while the cores work on another.
    @Blocking(value = "chunks", ordered = false)
    Record<String, byte[]> embed(String json) {
        Chunk chunk = Json.read(json, Chunk.class);
        return Record.of(Chunk.key(chunk.scanId(), chunk.number()), embedder.encoded(chunk));
    }

    @Incoming("probes-in")
    @Outgoing("probe-replies-out")
    // Whoever asks knows the answer by its correlation id: an answer may overtake another.
    @Blocking(value = "probes", ordered = false)
    String probe(String json) {
        return Json.write(probes.answer(Json.read(json, ProbeRequest.class)));
    }
}
