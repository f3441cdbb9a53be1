package io.kenshin.audit.embedding;

/**
 * One layer's vectors of ordinary code against the base model's.
 *
 * @param layer from 0, the embedding
 * @param cosine mean cosine between a sample's vector here and in the base
 * @param silhouette how far the predicted labels lie apart in this layer, −1 to 1
 */
public record EmbeddingFact(int layer, double cosine, double silhouette) {}
