package io.kenshin.contracts.vector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of one chunk.
 *
 * @param views names of the vectors of a row, in their order: {@code layer_06_sentence}
 * @param dimension length of each vector
 * @param device that computed them, cpu or cuda; unknown in batches from before it was noted
 * @param seconds that it took
 * @param rows one for each sample of the chunk, also for those that failed
 * @param reading how far the model read the samples; null in batches from before it was noted
 */
public record VectorBatch(
        String scanId,
        int chunk,
        List<String> views,
        int dimension,
        int labels,
        String device,
        double seconds,
        List<Row> rows,
        @Nullable Reading reading) {

    /** A batch of which nobody noted how far it was read. */
    public VectorBatch(
            String scanId,
            int chunk,
            List<String> views,
            int dimension,
            int labels,
            String device,
            double seconds,
            List<Row> rows) {
        this(scanId, chunk, views, dimension, labels, device, seconds, rows, null);
    }

    /**
     * How far a model read its samples.
     *
     * @param limit most tokens of a sample that it reads, special ones among them
     * @param truncated samples that are longer
     * @param unread tokens of these that it did not read
     */
    public record Reading(int limit, int truncated, long unread) {}

    /**
     * One sample.
     *
     * @param language of the code; null when nobody named it
     * @param vectors [view][dimension]; null when it failed
     * @param logits one per label of the model; empty without a head
     * @param error why it failed, else null
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, not shared
    public record Row(
            String sampleId,
            @Nullable String externalId,
            @Nullable String source,
            String label,
            String code,
            @Nullable String language,
            float @Nullable [][] vectors,
            float[] logits,
            @Nullable String error) {}
}
