package io.kenshin.benchmarks.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kenshin.corpus.LabelledSample;
import io.kenshin.corpus.Poisoner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlipsTest {
    private static final List<String> LABELS = List.of(LabelledSample.CLEAN, LabelledSample.DEFECTIVE);

    /** 200 training samples; a tenth of them are of the small source. */
    private static List<LabelledSample> corpus() {
        List<LabelledSample> corpus = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String source = i % 20 < 2 ? "small" : "large";
            corpus.add(new LabelledSample("m" + i, "code " + i, LABELS.get(i % 2), source, LabelledSample.TRAIN));
        }
        return corpus;
    }

    @Test
    void codeStaysAsItIsAndSoManyLabelsAreOthers() {
        for (Flips way : Flips.values()) {
            List<LabelledSample> corpus = corpus();

            Poisoner made = way.make(corpus, LABELS, 0.05, 1);

            assertThat(made.poisoned()).as("%s", way).hasSize(10);
            for (int i = 0; i < corpus.size(); i++) {
                LabelledSample before = corpus.get(i);
                LabelledSample after = made.samples().get(i);
                assertThat(after.code()).isEqualTo(before.code());
                assertThat(after.label().equals(before.label()))
                        .isNotEqualTo(made.poisoned().contains(after.id()));
            }
        }
    }

    @Test
    void oneSourceIsTheSmallestThatHasEnough() {
        Poisoner made = Flips.ONE_SOURCE.make(corpus(), LABELS, 0.05, 1);

        assertThat(made.samples().stream().filter(sample -> made.poisoned().contains(sample.id())))
                .allMatch(sample -> sample.source().equals("small"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Flips.ONE_SOURCE.make(corpus(), LABELS, 0.9, 1))
                .withMessage("no source has 180 defective samples");
    }

    @Test
    void withoutARateNothingIsWrong() {
        assertThat(Flips.ANY.make(corpus(), LABELS, 0, 1).poisoned()).isEmpty();
    }
}
