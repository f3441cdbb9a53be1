package io.kenshin.contracts.rest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A data set as others see it.
 *
 * @param language of its samples that name none; null when it was not declared
 * @param states samples by their state
 * @param byLabel samples by their label
 */
public record DatasetView(
        String name,
        List<String> labels,
        @Nullable String language,
        long samples,
        Map<String, Long> states,
        Map<String, Long> byLabel) {}
