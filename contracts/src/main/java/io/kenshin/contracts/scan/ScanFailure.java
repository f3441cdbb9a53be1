package io.kenshin.contracts.scan;

import io.kenshin.contracts.Limits;
import org.jspecify.annotations.Nullable;

/**
 * A scan that could not be done: the data of {@code io.kenshin.scan.failed.v1}.
 *
 * @param dataset that was to be scanned; this, the model and the rest are null in failures from before they were told
 * @param newOnly whether only new samples were to be looked at
 */
public record ScanFailure(
        String scanId,
        String reason,
        @Nullable String dataset,
        @Nullable String model,
        @Nullable Integer version,
        @Nullable Boolean newOnly) {
    public static final String TYPE = "io.kenshin.scan.failed.v1";

    /** @throws IllegalArgumentException when it does not say which scan failed, or nobody could keep it */
    public ScanFailure {
        if (scanId == null || reason == null || !Limits.isText(reason)) {
            throw new IllegalArgumentException("a failure has a scanId and a reason in words");
        }
        Limits.checkNames(scanId, dataset, model);
    }
}
