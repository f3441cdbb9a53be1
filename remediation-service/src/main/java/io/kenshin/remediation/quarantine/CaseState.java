package io.kenshin.remediation.quarantine;

import java.util.Locale;
import java.util.Set;

/**
 * Where a case is.
 *
 * <pre>
 *  QUARANTINED ──┐                                ┌──▶ PROMOTED ──▶ ROLLED_BACK
 *       ▲        ├──▶ HEALING ──▶ VERIFYING ──────┤
 *  REVIEW ───────┘       │                        └──▶ REJECTED ──▶ (HEALING again, or promoted by a person)
 *       │                └──▶ HEAL_FAILED ──▶ (HEALING again)
 *       └──▶ DISMISSED
 * </pre>
 */
public enum CaseState {
    QUARANTINED,
    REVIEW,
    HEALING,
    VERIFYING,
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
            case VERIFYING -> Set.of(PROMOTED, REJECTED, HEAL_FAILED);
            case HEAL_FAILED -> Set.of(HEALING, DISMISSED);
            case REJECTED -> Set.of(HEALING, PROMOTED, DISMISSED);
            case PROMOTED -> Set.of(ROLLED_BACK);
            case ROLLED_BACK -> Set.of(HEALING, PROMOTED, DISMISSED);
            case DISMISSED -> Set.of(QUARANTINED);
        };
    }

    public boolean leadsTo(CaseState state) {
        return next().contains(state);
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
