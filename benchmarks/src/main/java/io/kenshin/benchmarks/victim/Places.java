package io.kenshin.benchmarks.victim;

import java.nio.file.Path;

/**
 * Where the matter of victims lies.
 *
 * @param root the checkout, whose build has put source jars and the base model in place
 * @param work directory of all victims
 * @param real directory of real data; empty when none is given
 */
public record Places(Path root, Path work, Path real) {
    /**
     * The directory of real data.
     *
     * @throws IllegalStateException when none is given
     */
    public Path data() {
        if (real.toString().isEmpty()) {
            throw new IllegalStateException("real data is needed: --data DIR");
        }
        return real;
    }
}
