package io.kenshin.remediation.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.contracts.remediation.DecisionState;
import io.kenshin.contracts.remediation.SampleState;
import io.kenshin.remediation.decide.KeptDecision.Before;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeptDecisionTest {
    @Test
    void whatEarlierVersionsKeptIsReadAndSoIsTheWordItself() {
        assertThat(KeptDecision.state("waiting for a second person")).isEqualTo(DecisionState.WAITING);
        assertThat(KeptDecision.state("waiting")).isEqualTo(DecisionState.WAITING);
        assertThat(KeptDecision.state("done")).isEqualTo(DecisionState.DONE);
        assertThat(KeptDecision.state("undone")).isEqualTo(DecisionState.UNDONE);
        assertThatThrownBy(() -> KeptDecision.state("lost")).hasMessageContaining("'lost' is none of");
    }

    @Test
    void whatSamplesWereIsKnownAndTheViewCountsThem() {
        KeptDecision kept = new KeptDecision(
                7,
                SampleState.RELEASED,
                "Ada",
                null,
                "fine",
                DecisionState.WAITING,
                List.of(
                        new Before("a", SampleState.QUARANTINED),
                        new Before("b", SampleState.REVIEW),
                        new Before("c", SampleState.QUARANTINED)),
                Instant.EPOCH);

        assertThat(kept.samples()).containsExactly("a", "b", "c");
        assertThat(kept.were(SampleState.QUARANTINED, Set.of("b", "c"))).containsExactly("c");
        assertThat(kept.view().samples()).isEqualTo(3);
        assertThat(kept.view().waits()).isTrue();
    }
}
