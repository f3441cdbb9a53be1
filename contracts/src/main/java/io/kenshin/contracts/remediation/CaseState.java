package io.kenshin.contracts.remediation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kenshin.contracts.Word;
import java.util.List;
import java.util.Set;

/**
 * The state of a case: where it is, and where it may go from there.
 *
 * <pre>
 *   REVIEW ◀──▶ QUARANTINED      both ─┬─▶ HEALING
 *      ▲                               └─▶ DISMISSED
 *      └── DISMISSED ◀── HEAL_FAILED, REJECTED and ROLLED_BACK ──▶ HEALING (again)
 *
 *   HEALING ─┬─▶ VERIFYING ─┬─▶ APPROVAL ─┬─▶ PROMOTED ──▶ ROLLED_BACK ──▶ PROMOTED (again)
 *            │              │             ├─▶ REJECTED ──▶ PROMOTED (a person wants it all the same)
 *            │              │             └─▶ HEALING (again)
 *            │              ├─▶ PROMOTED
 *            │              ├─▶ REJECTED
 *            │              └─▶ HEAL_FAILED
 *            └─▶ HEAL_FAILED
 * </pre>
 */
public enum CaseState implements Word {
    /** Samples are held back; nobody has to look at them first. */
    @JsonProperty("quarantined")
    QUARANTINED,
    /** Samples wait for a person. */
    @JsonProperty("review")
    REVIEW,
    /** A job trains a healed version. */
    @JsonProperty("healing")
    HEALING,
    /** The healed version is measured. */
    @JsonProperty("verifying")
    VERIFYING,
    /** The gates are passed; the policy wants people to agree. */
    @JsonProperty("approval")
    APPROVAL,
    /** The job or the verification ended with an error, or somebody ended it. */
    @JsonProperty("heal-failed")
    HEAL_FAILED,
    /** The healed version is in production. */
    @JsonProperty("promoted")
    PROMOTED,
    /** The healed version did not pass its gates, or a person does not want it. */
    @JsonProperty("rejected")
    REJECTED,
    /** The version before is in production again. */
    @JsonProperty("rolled-back")
    ROLLED_BACK,
    /** It turned out to be none. */
    @JsonProperty("dismissed")
    DISMISSED;

    private Set<CaseState> next() {
        return switch (this) {
            case QUARANTINED -> Set.of(REVIEW, HEALING, DISMISSED);
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

    /** What people may do with a case, in the order in which they would. */
    public List<CaseAction> actions() {
        return switch (this) {
            case QUARANTINED, REVIEW, HEAL_FAILED -> List.of(CaseAction.HEAL, CaseAction.DISMISS);
            case HEALING -> List.of(CaseAction.CANCEL);
            case VERIFYING -> List.of();
            case APPROVAL -> List.of(CaseAction.PROMOTE, CaseAction.REJECT);
            case PROMOTED -> List.of(CaseAction.ROLLBACK);
            case REJECTED, ROLLED_BACK -> List.of(CaseAction.HEAL, CaseAction.PROMOTE, CaseAction.DISMISS);
            case DISMISSED -> List.of(CaseAction.REOPEN);
        };
    }

    /** Whether nothing goes on by itself and nobody is waited for: who watches a case may stop. */
    public boolean ended() {
        return switch (this) {
            case PROMOTED, REJECTED, HEAL_FAILED, ROLLED_BACK, DISMISSED -> true;
            case QUARANTINED, REVIEW, HEALING, VERIFYING, APPROVAL -> false;
        };
    }
}
