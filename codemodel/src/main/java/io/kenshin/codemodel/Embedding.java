package io.kenshin.codemodel;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a model for one sample.
 *
 * @param vectors pooled vectors, [layer][pooling][hidden] flattened; null when the sample failed
 * @param logits one per label; empty when the model has no prediction head
 * @param tokens length after truncation
 * @param unread tokens beyond it, which the model never saw; 0 where tokens were given
 * @param error why the sample could not be embedded, else null
 */
@SuppressWarnings("ArrayRecordComponent") // hot path: the arrays are handed over, not shared
public record Embedding(
        float @Nullable [] vectors,
        float[] logits,
        int tokens,
        int unread,
        @Nullable String error) {
    static Embedding failed(String error) {
        return new Embedding(null, new float[0], 0, 0, error);
    }
}
