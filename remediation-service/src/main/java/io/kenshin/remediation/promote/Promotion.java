package io.kenshin.remediation.promote;

import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.remediation.quarantine.CaseState;
import io.kenshin.remediation.quarantine.Cases;
import io.kenshin.remediation.quarantine.RemediationCase;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes a healed version the one in production, and takes that back. */
@ApplicationScoped
public class Promotion {
    private final Cases cases;

    Promotion(Cases cases) {
        this.cases = cases;
    }

    public RemediationCase promote(String caseId, String why) {
        if (cases.find(caseId).healedVersion == null) {
            throw new KenshinException(ErrorCode.CONFLICT, "case " + caseId + " has no healed version: heal it first");
        }
        return cases.move(caseId, CaseState.PROMOTED, why, RemediationEvents.MODEL_PROMOTED, changed -> {});
    }

    public RemediationCase rollback(String caseId) {
        return cases.move(
                caseId,
                CaseState.ROLLED_BACK,
                "rolled back to the version before",
                RemediationEvents.MODEL_ROLLED_BACK,
                changed -> {});
    }
}
