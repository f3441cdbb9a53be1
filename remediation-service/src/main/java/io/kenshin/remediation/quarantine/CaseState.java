package io.kenshin.remediation.quarantine;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Where a case is.
 *
 * <pre>
 *  QUARANTINED ──┐                               ┌─▶ APPROVAL ─┬─▶ PROMOTED ──▶ ROLLED_BACK
 *       ▲        ├──▶ HEALING ──▶ VERIFYING ─────┼─────────────┘       (HEALING again, or promoted again)
 *  REVIEW ───────┘       │                       └─▶ REJECTED ──▶ (HEALING again, or promoted by a person)
 *       │                └──▶ HEAL_FAILED ──▶ (HEALING again)
 *       └──▶ DISMISSED ──▶ (REVIEW again)
 * </pre>
 */
public enum CaseState {
    QUARANTINED,
    REVIEW,
    HEALING,
    VERIFYING,
    /** The gates are passed; the policy wants people to agree. */
    APPROVAL,
    HEAL_FAILED,
    PROMOTED,
    REJECTED,
    ROLLED_BACK,
    DISMISSED;

    private Set<CaseState> next() {
        return switch (this) {
            case QUARANTINED -> Set.of(HEALING, DISMISSED);
            case REVIEW -> Set.of(QUARANTINED, HEALING, DISMISSED);
            case HEALING -> Set.of(VERIFYING, HEAL_FAILED);
            case VERIFYING -> Set.of(APPROVAL, PROMOTED, REJECTED, HEAL_FAILED);
            case APPROVAL -> Set.of(PROMOTED, REJECTED, HEALING);
            case HEAL_FAILED -> Set.of(HEALING, DISMISSED);
            case REJECTED -> Set.of(HEALING, PROMOTED, DISMISSED);
            case PROMOTED -> Set.of(ROLLED_BACK);
            case ROLLED_BACK -> Set.of(HEALING, PROMOTED, DISMISSED);
            case DISMISSED -> Set.of(REVIEW);
        };
    }

    public boolean leadsTo(CaseState state) {
        return next().contains(state);
    }

    /** @throws KenshinException when there is no such state */
    public static CaseState named(String text) {
        return Arrays.stream(values())
                .filter(state -> state.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new KenshinException(
                        ErrorCode.INVALID_INPUT,
                        "unknown state '" + text + "': use one of "
                                + Arrays.stream(values()).map(CaseState::text).toList()));
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
