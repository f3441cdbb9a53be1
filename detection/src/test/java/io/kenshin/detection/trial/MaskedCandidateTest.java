package io.kenshin.detection.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.sample.Sample;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedCandidateTest {
    private final List<Sample> samples = new MadeUpTask().samples(200, 20);
    private final CarrierTest population = new CarrierTest(samples, 1);
    private final MaskedCandidate masked = MaskedCandidate.of(MadeUpTask.planted(20), population);

    private static BitSet range(int from, int to) {
        BitSet set = new BitSet();
        set.set(from, to);
        return set;
    }

    @Test
    void itsFiguresAreThoseOfTheTest() {
        assertThat(masked.evidence()).isEqualTo(population.test(MadeUpTask.planted(20)));
        assertThat(masked.evidence().surprise()).isLessThan(1e-3);
    }

    @Test
    void whatIsExplainedIsTakenOutAndTheRestIsTestedAgain() {
        MaskedCandidate rest = masked.without(range(0, 12), population);

        assertThat(rest.candidate().carriers()).isEqualTo(range(12, 20));
        assertThat(rest.evidence()).isNotEqualTo(masked.evidence());
        assertThat(rest.evidence().random().carriers().carriers()).isEqualTo(8);
    }

    @Test
    void whatNothingExplainsIsTheSame() {
        assertThat(masked.without(range(20, 60), population)).isSameAs(masked);
    }
}
