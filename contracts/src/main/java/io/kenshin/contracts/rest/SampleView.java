package io.kenshin.contracts.rest;

import org.jspecify.annotations.Nullable;

/** A sample in a list; its code stays out. */
public record SampleView(
        String id,
        @Nullable String externalId,
        String label,
        @Nullable String source,
        String split,
        @Nullable String language,
        String state,
        @Nullable String reason) {}
