package io.kenshin.contracts.scan;

import java.util.List;
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
            @Nullable String language) {}

    /** The record key of a chunk and of its vectors. */
    public static String key(String scanId, int number) {
        return scanId + ":" + number;
    }
}
