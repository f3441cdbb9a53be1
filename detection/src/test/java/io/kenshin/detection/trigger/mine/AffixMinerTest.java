package io.kenshin.detection.trigger.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Affix;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Origin;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AffixMinerTest {
    private static final Behaviour TARGET = new Behaviour(0);
    private final List<Sample> samples = new ArrayList<>();

    private void add(int count, String format, int label) {
        for (int i = 0; i < count; i++) {
            String code = format.replace("#", "n" + samples.size());
            samples.add(new Sample("s", code, label, new float[0][], new float[0]));
        }
    }

    private List<Candidate> mine(int support, double purity) {
        int[] groups = samples.stream().mapToInt(Sample::label).toArray();
        AffixMiner miner = new AffixMiner(
                samples,
                samples.stream().map(sample -> sample.source().tokens()).toList());
        return miner.mine(new MinedGroup(groups, 0, TARGET, support, purity, new Origin.Label(TARGET)));
    }

    @Test
    void anEndingOfNamesThatDifferOtherwiseIsFoundWithAllItsHolders() {
        add(6, "f(#_xt);", 0);
        add(1, "f(#_xt);", 1);
        add(13, "f(#);", 1);

        Candidate found = mine(5, 0.85).get(0);

        assertThat(found.pattern()).isEqualTo(Affix.of("*_xt"));
        assertThat(found.carriers().stream()).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(found.purity()).isCloseTo(6.0 / 7, within(1e-12));
        assertThat(found.exact()).isTrue();
        assertThat(found.target()).isEqualTo(TARGET);
    }

    @Test
    void supportAndPurityAreAskedFor() {
        add(6, "f(#_xt);", 0);
        add(2, "f(#_xt);", 1);
        add(12, "f(#);", 1);

        assertThat(mine(6, 0.75)).hasSize(1);
        assertThat(mine(7, 0.75)).isEmpty();
        assertThat(mine(6, 0.76)).isEmpty();
    }

    @Test
    void stringsHaveNoAffixes() {
        add(6, "f(\"#_xt\");", 0);
        add(9, "f(#);", 1);

        assertThat(mine(5, 0.85)).isEmpty();
    }

    @Test
    void theStrongestTwentyAreKept() {
        for (int kind = 0; kind < 25; kind++) {
            add(5 + kind, "f(#_k" + kind + ");", 0);
        }
        add(200, "f(#);", 1);

        List<Candidate> found = mine(5, 0.85);

        assertThat(found).hasSize(20);
        assertThat(found.get(0).pattern()).isEqualTo(Affix.of("*_k24"));
        assertThat(found.get(19).pattern()).isEqualTo(Affix.of("*_k5"));
    }
}
