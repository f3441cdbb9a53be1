package io.kenshin.embedding.chunk;

import io.kenshin.codemodel.CodeModel;
import io.kenshin.codemodel.Embedding;
import io.kenshin.codemodel.Pooling;
import io.kenshin.codemodel.graph.CodeModelException;
import io.kenshin.contracts.Limits;
import io.kenshin.contracts.scan.Chunk;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.contracts.vector.VectorCodec;
import io.kenshin.embedding.model.LoadedModels;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.DoubleAdder;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The embedder of a chunk's samples; one that fails becomes a row with its reason, so that the count always closes. */
@ApplicationScoped
public class ChunkEmbedder {
    private static final Logger LOG = Logger.getLogger(ChunkEmbedder.class);
    /** The key of a record, and what a trace adds to it. */
    private static final int ROOM = 4 << 10;

    private final LoadedModels models;
    private final MeterRegistry metrics;

    ChunkEmbedder(LoadedModels models, MeterRegistry metrics) {
        this.models = models;
        this.metrics = metrics;
    }

    /**
     * The vectors of a chunk, as they travel. Where they are more than a record takes, every sample of the chunk is a
     * row with that reason.
     *
     * @throws KenshinException when the chunk alone is more: none that ingest has cut is
     */
    public byte[] encoded(Chunk chunk) {
        byte[] vectors = VectorCodec.encode(embed(chunk));
        if (fits(vectors)) {
            return vectors;
        }
        String reason = "the vectors of " + chunk.samples().size() + " samples have " + vectors.length
                + " bytes: a record takes " + Limits.RECORD_BYTES;
        LOG.errorf("scan %s chunk %d failed: %s", chunk.scanId(), chunk.number(), reason);
        byte[] failed = VectorCodec.encode(failed(chunk, reason));
        if (!fits(failed)) {
            throw new KenshinException(ErrorCode.TOO_LARGE, "a chunk of " + failed.length + " bytes");
        }
        return failed;
    }

    private static boolean fits(byte[] vectors) {
        return vectors.length <= Limits.RECORD_BYTES - ROOM;
    }

    VectorBatch embed(Chunk chunk) {
        try {
            VectorBatch batch = models.with(chunk.directory(), model -> embed(chunk, model));
            metrics.counter("kenshin.embedding.samples").increment(batch.rows().size());
            return batch;
        } catch (CodeModelException e) {
            LOG.errorf("scan %s chunk %d failed: %s", chunk.scanId(), chunk.number(), e.getMessage());
            return failed(chunk, String.valueOf(e.getMessage()));
        }
    }

    private static VectorBatch embed(Chunk chunk, CodeModel model) {
        DoubleAdder seconds = new DoubleAdder();
        List<Embedding> embeddings =
                model.embed(chunk.samples().stream().map(Chunk.Item::code).toList(), seconds);
        int hidden = model.layers().hidden();
        List<String> views = new ArrayList<>();
        for (int layer = 0; layer <= model.layers().layers(); layer++) {
            for (Pooling pooling : Pooling.values()) {
                views.add(String.format(
                        Locale.ROOT, "layer_%02d_%s", layer, pooling.name().toLowerCase(Locale.ROOT)));
            }
        }
        int labels = 0;
        int truncated = 0;
        long unread = 0;
        List<VectorBatch.Row> rows = new ArrayList<>();
        for (int i = 0; i < embeddings.size(); i++) {
            Embedding embedding = embeddings.get(i);
            labels = Math.max(labels, embedding.logits().length);
            truncated += embedding.unread() > 0 ? 1 : 0;
            unread += embedding.unread();
            rows.add(row(
                    chunk.samples().get(i),
                    embedding.vectors() == null ? null : split(embedding.vectors(), views.size(), hidden),
                    embedding.logits(),
                    embedding.error()));
        }
        VectorBatch.Reading reading = new VectorBatch.Reading(model.descriptor().maxTokens(), truncated, unread);
        return new VectorBatch(
                chunk.scanId(), chunk.number(), views, hidden, labels, model.device(), seconds.sum(), rows, reading);
    }

    private static float[][] split(float[] vectors, int views, int hidden) {
        float[][] split = new float[views][hidden];
        for (int view = 0; view < views; view++) {
            System.arraycopy(vectors, view * hidden, split[view], 0, hidden);
        }
        return split;
    }

    private static VectorBatch failed(Chunk chunk, String reason) {
        String why = Limits.cut(reason, Limits.REASON_CHARS);
        List<VectorBatch.Row> rows = chunk.samples().stream()
                .map(item -> row(item, null, new float[0], why))
                .toList();
        return new VectorBatch(chunk.scanId(), chunk.number(), List.of(), 0, 0, "none", 0, rows);
    }

    private static VectorBatch.Row row(
            Chunk.Item item, float @Nullable [][] vectors, float[] logits, @Nullable String error) {
        return new VectorBatch.Row(
                item.id(),
                item.externalId(),
                item.source(),
                item.label(),
                item.code(),
                item.language(),
                vectors,
                logits,
                error);
    }
}
