package io.kenshin.contracts.sample;

import io.kenshin.contracts.Limits;

/**
 * The news that a data set is gone with what was derived from it: the data of {@code io.kenshin.dataset.deleted.v1}.
 */
public record DatasetDeleted(String dataset) {
    public static final String TYPE = "io.kenshin.dataset.deleted.v1";

    /** @throws IllegalArgumentException when it does not say which */
    public DatasetDeleted {
        if (dataset == null) {
            throw new IllegalArgumentException("a data set that is gone has a name");
        }
        Limits.checkNames(dataset);
    }
}
