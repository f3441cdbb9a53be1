package io.kenshin.contracts.rest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model with its versions.
 *
 * @param aliases versions by what they are called, such as production
 */
public record ModelView(String name, List<Version> versions, Map<String, Integer> aliases) {

    /**
     * A version.
     *
     * @param directory in the model store
     * @param base the model that it was fine-tuned from, if known
     * @param labels in the order of its logits
     * @param digests SHA-256 of each file when it was imported; empty for versions from before they were kept
     */
    public record Version(
            String model,
            int version,
            String directory,
            @Nullable String base,
            List<String> labels,
            String architecture,
            int layers,
            Map<String, String> digests) {}
}
