package io.kenshin.contracts.rest;

import java.util.Map;

/**
 * A data set's training split, as it is at this moment.
 *
 * @param digest SHA-256 over the ids of its samples, ascending, in hexadecimal digits; an id is itself a digest of
 *     data set, code and label
 * @param quarantined samples that are held back
 * @param sources number of samples of each source; those that name none are under the empty name
 */
public record DatasetManifest(
        String dataset, String digest, long samples, long quarantined, Map<String, Long> sources) {}
