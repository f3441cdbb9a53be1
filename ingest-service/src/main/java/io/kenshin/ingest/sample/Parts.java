package io.kenshin.ingest.sample;

import io.kenshin.contracts.sample.LanguageName;
import org.jspecify.annotations.Nullable;

/** The parts of an item that may become a sample, as they came; null where it has none. */
record Parts(
        @Nullable String code,
        @Nullable String label,
        @Nullable String externalId,
        @Nullable String source,
        @Nullable String split,
        @Nullable String language) {
    Parts {
        language = LanguageName.of(language);
    }
}
