package io.kenshin.remediation.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaseStateTest {
    @Test
    void onlyAVerifiedOrRejectedOrRolledBackVersionCanBePromoted() {
        for (CaseState state : CaseState.values()) {
            boolean may = state == CaseState.VERIFYING
                    || state == CaseState.APPROVAL
                    || state == CaseState.REJECTED
                    || state == CaseState.ROLLED_BACK;
            assertThat(state.leadsTo(CaseState.PROMOTED)).as(state.text()).isEqualTo(may);
        }
    }

    @Test
    void everyStateCanBeLeftAndNoneLeadsToItself() {
        for (CaseState state : CaseState.values()) {
            assertThat(CaseState.values()).anyMatch(state::leadsTo);
            assertThat(state.leadsTo(state)).isFalse();
        }
    }
}
