package io.kenshin.contracts.finding;

import io.kenshin.contracts.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A judged sample: the data of {@code io.kenshin.sample.judged.v1}.
 *
 * @param score 0 to 1: how strong the proof is
 * @param triggerId the pattern that it carries; null where only its label is in doubt
 */
public record SampleFinding(
        String scanId,
        String sampleId,
        @Nullable String externalId,
        @Nullable String source,
        String label,
        Decision decision,
        double score,
        List<Evidence> evidence,
        @Nullable String triggerId) {
    public static final String TYPE = "io.kenshin.sample.judged.v1";

    /** @throws IllegalArgumentException when it does not say what was decided about which sample, or nobody could keep it */
    public SampleFinding {
        if (scanId == null || sampleId == null || decision == null) {
            throw new IllegalArgumentException("a finding has a scanId, a sampleId and a decision");
        }
        Limits.checkNames(scanId, sampleId, externalId, source, label, triggerId);
    }
}
