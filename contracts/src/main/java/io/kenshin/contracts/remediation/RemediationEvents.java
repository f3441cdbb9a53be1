package io.kenshin.contracts.remediation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types and data of the public events on {@code kenshin.remediation-events}. */
public final class RemediationEvents {
    /** A scan calls for attention, by what the policy says; its case, where there is one, has events of its own. */
    public static final String SCAN_ALERT = "io.kenshin.scan.alert.v1";

    public static final String CASE_OPENED = "io.kenshin.case.opened.v1";
    public static final String CASE_DISMISSED = "io.kenshin.case.dismissed.v1";
    public static final String SAMPLES_QUARANTINED = "io.kenshin.samples.quarantined.v1";
    public static final String SAMPLES_RELEASED = "io.kenshin.samples.released.v1";
    public static final String HEAL_STARTED = "io.kenshin.heal.started.v1";
    public static final String HEAL_FAILED = "io.kenshin.heal.failed.v1";
    public static final String MODEL_TRAINED = "io.kenshin.model.trained.v1";
    public static final String MODEL_PROMOTED = "io.kenshin.model.promoted.v1";
    public static final String MODEL_REJECTED = "io.kenshin.model.rejected.v1";
    public static final String MODEL_ROLLED_BACK = "io.kenshin.model.rolled-back.v1";

    public static final List<String> ALL = List.of(
            SCAN_ALERT,
            CASE_OPENED,
            CASE_DISMISSED,
            SAMPLES_QUARANTINED,
            SAMPLES_RELEASED,
            HEAL_STARTED,
            HEAL_FAILED,
            MODEL_TRAINED,
            MODEL_PROMOTED,
            MODEL_REJECTED,
            MODEL_ROLLED_BACK);

    private RemediationEvents() {}

    /**
     * The data of every remediation event; what an event does not need is empty.
     *
     * @param sampleIds samples that were quarantined or released
     * @param version the model version that the event is about
     * @param reason why, in words
     * @param figures named measurements, such as attack success and clean accuracy
     * @param from of a rollback: the version that it takes out of production, which stays as it is where it is another
     *     by then; null for all else
     */
    public record Data(
            String caseId,
            String scanId,
            String dataset,
            String model,
            int version,
            List<String> sampleIds,
            String reason,
            Map<String, Double> figures,
            @Nullable Integer from) {}
}
