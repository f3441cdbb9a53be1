package io.kenshin.contracts.sample;

/** A data set is gone, and so is what was derived from it: the data of {@code io.kenshin.dataset.deleted.v1}. */
public record DatasetDeleted(String dataset) {
    public static final String TYPE = "io.kenshin.dataset.deleted.v1";
}
