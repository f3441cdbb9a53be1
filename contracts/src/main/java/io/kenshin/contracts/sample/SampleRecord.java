package io.kenshin.contracts.sample;

import org.jspecify.annotations.Nullable;

/**
 * A training sample on {@code kenshin.samples}.
 *
 * @param id SHA-256 of data set, normalised code and label; see {@link SampleId}
 * @param externalId the producer's own name for it
 * @param source where it was taken from: a repository, a crawler, a vendor
 * @param split train or test; test samples are never scanned or trained on
 * @param language of its code, a {@link LanguageName}; no part of its identity. Null for that of the data set
 */
public record SampleRecord(
        String id,
        String dataset,
        @Nullable String externalId,
        String code,
        String label,
        @Nullable String source,
        String split,
        @Nullable String language) {
    public static final String TRAIN = "train";
    public static final String TEST = "test";

    public SampleRecord {
        language = LanguageName.of(language);
    }
}
