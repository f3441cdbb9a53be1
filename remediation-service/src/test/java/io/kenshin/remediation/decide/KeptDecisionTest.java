package io.kenshin.remediation.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.contracts.Word;
import io.kenshin.contracts.remediation.DecisionState;
import io.kenshin.contracts.remediation.SampleState;
import io.kenshin.remediation.decide.KeptDecision.Before;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeptDecisionTest {
    @Test
    void theWordsThatEarlierVersionsKeptAreRead() {
        assertThat(Word.of(DecisionState.class, "waiting for a second person")).isEqualTo(DecisionState.WAITING);
        assertThat(Word.of(DecisionState.class, "done")).isEqualTo(DecisionState.DONE);
        assertThat(Word.of(DecisionState.class, "undone")).isEqualTo(DecisionState.UNDONE);
        assertThatThrownBy(() -> Word.of(DecisionState.class, "lost")).hasMessageContaining("'lost' is none of");
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
