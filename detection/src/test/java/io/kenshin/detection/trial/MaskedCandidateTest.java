package io.kenshin.detection.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.sample.Sample;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedCandidateTest {
    private final List<Sample> samples = new MadeUpTask().samples(200, 20);
    private final Exchangeability population = new Exchangeability(samples, 1);
    private final MaskedCandidate masked = MaskedCandidate.of(MadeUpTask.planted(20), population);

    private static BitSet range(int from, int to) {
        BitSet set = new BitSet();
        set.set(from, to);
        return set;
    }

    @Test
    void itsFiguresAreThoseOfTheTest() {
        assertThat(masked.exchange()).isEqualTo(population.test(MadeUpTask.planted(20), 0));
        assertThat(masked.exchange().gap()).isGreaterThan(0.3);
        assertThat(masked.exchange().p()).isEqualTo(1);
    }

    @Test
    void whatIsExplainedIsTakenOutAndTheRestIsTestedAgain() {
        MaskedCandidate rest = masked.without(range(0, 12), population, 0);

        assertThat(rest.candidate().carriers()).isEqualTo(range(12, 20));
        assertThat(rest.exchange()).isNotEqualTo(masked.exchange());
        assertThat(rest.exchange().carriers()).isEqualTo(8);
    }

    @Test
    void whatNothingExplainsIsTheSame() {
        assertThat(masked.without(range(20, 60), population, 0)).isSameAs(masked);
    }

    @Test
    void aPValueIsGivenWhenItIsAskedFor() {
        assertThat(MaskedCandidate.of(MadeUpTask.planted(20), population, 20)
                        .exchange()
                        .p())
                .isLessThan(0.05);
        assertThat(masked.without(range(0, 2), population, 20).exchange().p()).isLessThan(0.05);
    }
}
