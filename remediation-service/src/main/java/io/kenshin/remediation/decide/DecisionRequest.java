package io.kenshin.remediation.decide;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person decides about which samples of a case.
 *
 * @param samples null for all
 * @param reason required
 * @param revision revision of the case that the person looked at; null to decide whatever has happened since
 */
public record DecisionRequest(
        @Nullable List<String> samples,
        @Nullable String reason,
        @Nullable Integer revision) {

    /** No body at all is one without a reason. */
    static DecisionRequest of(@Nullable DecisionRequest given) {
        return given == null ? new DecisionRequest(null, null, null) : given;
    }

    /** @throws KenshinException when there is none */
    String why() {
        if (reason == null || reason.isBlank()) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "give a reason");
        }
        return reason;
    }
}
