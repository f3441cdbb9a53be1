package io.kenshin.ingest.sample;

import org.jspecify.annotations.Nullable;

/** The parts of an item that may become a sample, as they came; null where it has none. */
record Parts(
        @Nullable String code,
        @Nullable String label,
        @Nullable String externalId,
        @Nullable String source,
        @Nullable String split,
        @Nullable String language) {}
