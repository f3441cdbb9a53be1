package io.kenshin.contracts.scan;

import io.kenshin.contracts.Limits;
import java.util.List;

/**
 * What a scan will look at: the data of {@code io.kenshin.scan.planned.v1}.
 *
 * @param directory of the model version in the model store
 * @param labels names of the model's labels in the order of its logits
 * @param chunks number of chunks on {@code kenshin.chunks}
 * @param samples number of samples in all chunks
 * @param newOnly whether these are only the samples that no scan has seen yet: they are judged by what is proven
 *     already
 */
public record ScanPlan(
        String scanId,
        String dataset,
        String model,
        int version,
        String directory,
        List<String> labels,
        int chunks,
        int samples,
        boolean newOnly) {
    public static final String TYPE = "io.kenshin.scan.planned.v1";

    /** @throws IllegalArgumentException when it does not say what is scanned with what, or nobody could keep it */
    public ScanPlan {
        if (scanId == null || dataset == null || model == null || directory == null || labels == null) {
            throw new IllegalArgumentException(
                    "a plan has a scanId, a data set, and a model with directory and labels");
        }
        Limits.checkNames(scanId, dataset, model);
    }
}
