package io.kenshin.contracts.scan;

import io.kenshin.contracts.Limits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of a scan on {@code kenshin.chunks}: samples of like length.
 *
 * @param number 0 to chunks − 1; with the scan it makes processing idempotent
 */
public record Chunk(String scanId, int number, int chunks, String directory, List<Item> samples) {

    /** @throws IllegalArgumentException when it does not say what to embed with which model */
    public Chunk {
        if (scanId == null || directory == null || samples == null) {
            throw new IllegalArgumentException("a chunk has a scanId, the directory of a model and samples");
        }
        if (!Limits.isText(directory) || samples.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("the directory of a chunk is text, and each sample is there");
        }
        Limits.checkNames(scanId);
    }

    /**
     * A sample to embed.
     *
     * @param language its own or its data set's; null when neither names one
     */
    public record Item(
            String id,
            @Nullable String externalId,
            @Nullable String source,
            String code,
            String label,
            @Nullable String language) {

        /** @throws IllegalArgumentException when there is nothing to embed */
        public Item {
            if (id == null || code == null || label == null) {
                throw new IllegalArgumentException("a sample has an id, code and a label");
            }
        }
    }

    /** The record key of a chunk and of its vectors. */
    public static String key(String scanId, int number) {
        return scanId + ":" + number;
    }
}
