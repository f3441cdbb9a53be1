package io.kenshin.contracts.sample;

/**
 * The news that a data set is gone with what was derived from it: the data of {@code io.kenshin.dataset.deleted.v1}.
 */
public record DatasetDeleted(String dataset) {
    public static final String TYPE = "io.kenshin.dataset.deleted.v1";
}
