package io.kenshin.contracts.remediation;

import static io.kenshin.contracts.remediation.CaseState.APPROVAL;
import static io.kenshin.contracts.remediation.CaseState.DISMISSED;
import static io.kenshin.contracts.remediation.CaseState.HEALING;
import static io.kenshin.contracts.remediation.CaseState.HEAL_FAILED;
import static io.kenshin.contracts.remediation.CaseState.PROMOTED;
import static io.kenshin.contracts.remediation.CaseState.QUARANTINED;
import static io.kenshin.contracts.remediation.CaseState.REJECTED;
import static io.kenshin.contracts.remediation.CaseState.REVIEW;
import static io.kenshin.contracts.remediation.CaseState.ROLLED_BACK;
import static io.kenshin.contracts.remediation.CaseState.VERIFYING;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CaseStateTest {
    /** As decision record 11 and the drawing say it. */
    private static final Map<CaseState, Set<CaseState>> NEXT = Map.ofEntries(
            entry(QUARANTINED, Set.of(REVIEW, HEALING, DISMISSED)),
            entry(REVIEW, Set.of(QUARANTINED, HEALING, DISMISSED)),
            entry(HEALING, Set.of(VERIFYING, HEAL_FAILED)),
            entry(VERIFYING, Set.of(APPROVAL, PROMOTED, REJECTED, HEAL_FAILED)),
            entry(APPROVAL, Set.of(PROMOTED, REJECTED, HEALING)),
            entry(HEAL_FAILED, Set.of(HEALING, DISMISSED)),
            entry(REJECTED, Set.of(HEALING, PROMOTED, DISMISSED)),
            entry(PROMOTED, Set.of(ROLLED_BACK)),
            entry(ROLLED_BACK, Set.of(HEALING, PROMOTED, DISMISSED)),
            entry(DISMISSED, Set.of(REVIEW)));

    @Test
    void aCaseGoesWhereTheDrawingLeadsAndNowhereElse() {
        for (CaseState state : CaseState.values()) {
            Set<CaseState> next =
                    Arrays.stream(CaseState.values()).filter(state::leadsTo).collect(Collectors.toSet());
            assertThat(next).as(state.text()).isEqualTo(NEXT.get(state));
        }
    }

    @Test
    void whatPeopleMayDoLeadsSomewhere() {
        Map<CaseAction, CaseState> leads = Map.of(
                CaseAction.HEAL, HEALING,
                CaseAction.CANCEL, HEAL_FAILED,
                CaseAction.PROMOTE, PROMOTED,
                CaseAction.REJECT, REJECTED,
                CaseAction.ROLLBACK, ROLLED_BACK,
                CaseAction.DISMISS, DISMISSED,
                CaseAction.REOPEN, REVIEW);
        for (CaseState state : CaseState.values()) {
            assertThat(state.actions()).as(state.text()).allMatch(action -> state.leadsTo(leads.get(action)));
        }
    }

    @Test
    void actionsStandInTheOrderInWhichAPersonWouldUseThem() {
        assertThat(REVIEW.actions()).containsExactly(CaseAction.HEAL, CaseAction.DISMISS);
        assertThat(APPROVAL.actions()).containsExactly(CaseAction.PROMOTE, CaseAction.REJECT);
        assertThat(REJECTED.actions()).containsExactly(CaseAction.HEAL, CaseAction.PROMOTE, CaseAction.DISMISS);
        assertThat(VERIFYING.actions()).isEmpty();
    }

    @Test
    void whoWatchesStopsWhereNothingGoesOnByItself() {
        List<CaseState> ended =
                Arrays.stream(CaseState.values()).filter(CaseState::ended).toList();

        assertThat(ended).containsExactlyInAnyOrder(PROMOTED, REJECTED, HEAL_FAILED, ROLLED_BACK, DISMISSED);
    }
}
