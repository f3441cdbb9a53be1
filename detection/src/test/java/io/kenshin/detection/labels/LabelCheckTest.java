package io.kenshin.detection.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.Thresholds;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelCheckTest {
    private static LabelCheck check(Labelled data, int labels) {
        return LabelCheck.of(data.samples, data.sources, labels, Thresholds.DEFAULTS.labels(), 1);
    }

    private static Set<Integer> found(LabelCheck check, Labelled data) {
        return IntStream.range(0, data.samples.size())
                .filter(i -> check.of(i).isPresent())
                .boxed()
                .collect(Collectors.toSet());
    }

    private static Sample sample(String telling, int label) {
        return new Sample("new", Labelled.code(new Random(77), telling), label, new float[0][], new float[0]);
    }

    @Test
    void flippedLabelsAreFoundWithTheLabelTheyShouldHaveAndTheReason() {
        Labelled data = new Labelled(2, 1).told(800).flipped(20, 0);

        LabelCheck check = check(data, 2);

        assertThat(check.auc()).isGreaterThan(0.9);
        assertThat(check.surpluses().get(0).label()).isZero();
        assertThat(check.surpluses().get(0).source()).isNull();
        assertThat(check.surpluses().get(0).wrong()).isBetween(15.0, 25.0);
        assertThat(found(check, data)).isEqualTo(data.wrong);
        assertThat(check.count()).isEqualTo(20);
        Contradiction one = check.of(data.wrong.iterator().next()).orElseThrow();
        assertThat(one.label()).isZero();
        assertThat(one.said()).isEqualTo(1);
        assertThat(one.probability()).isGreaterThan(0.9);
        assertThat(one.wrong()).isGreaterThan(0.9);
        assertThat(one.reasons().get(0)).contains("leak");
    }

    @Test
    void ofSeveralLabelsTheOneThatASampleShouldHaveIsSaid() {
        Labelled data = new Labelled(3, 2).told(900).flipped(30, 2);

        LabelCheck check = check(data, 3);

        Set<Integer> right = found(check, data);
        right.retainAll(data.wrong);
        assertThat(right).hasSizeGreaterThanOrEqualTo(27);
        assertThat(check.count() - right.size()).isLessThanOrEqualTo(3);
        for (int i : right) {
            int should = data.samples.get(i).code().contains("release") ? 0 : 1;
            assertThat(check.of(i).orElseThrow().said()).isEqualTo(should);
        }
    }

    @Test
    void rightLabelsGiveNoAlarm() {
        for (long seed = 1; seed <= 5; seed++) {
            Labelled data = new Labelled(2, seed).told(400);

            LabelCheck check = check(data, 2);

            assertThat(check.surpluses()).as("seed %d", seed).isEmpty();
            assertThat(check.count()).isZero();
        }
    }

    @Test
    void onATaskThatTextDoesNotPredictItIsSilentAndSaysHowWellTextDoes() {
        Labelled data = new Labelled(2, 3).untold(500);

        LabelCheck check = check(data, 2);

        assertThat(check.auc()).isBetween(0.4, 0.6);
        assertThat(check.surpluses()).isEmpty();
        assertThat(check.of(7)).isEmpty();
        assertThat(check.of(sample("leak", 0), "a")).isEmpty();
    }

    @Test
    void aTaskOfWhichAPartIsUncertainByNatureGivesNoAlarm() {
        Labelled data = new Labelled(2, 4).told(600).untold(200);

        LabelCheck check = check(data, 2);

        assertThat(check.auc()).isGreaterThan(0.8);
        assertThat(check.surpluses()).isEmpty();
    }

    @Test
    void aSourceThatLiesIsNamed() {
        Labelled data = new Labelled(2, 5).told(2_000).flippedIn("c", 26, 0);

        LabelCheck check = check(data, 2);

        assertThat(check.surpluses()).anySatisfy(one -> {
            assertThat(one.source()).isEqualTo("c");
            assertThat(one.label()).isZero();
            assertThat(one.rate()).isBetween(0.06, 0.25);
        });
        assertThat(check.surpluses())
                .noneSatisfy(one -> assertThat(one.source()).isIn("a", "b", "d", "e"));
        assertThat(found(check, data)).isEqualTo(data.wrong);
    }

    @Test
    void samplesThatWereNotLookedAtAreJudgedByTheSameModel() {
        LabelCheck check = check(new Labelled(2, 6).told(800).flipped(20, 0), 2);

        assertThat(check.of(sample("leak", 0), null))
                .hasValueSatisfying(one -> assertThat(one.said()).isEqualTo(1));
        assertThat(check.of(sample("release", 0), null)).isEmpty();
        assertThat(check.of(sample("leak", 1), null)).isEmpty();
        assertThat(check.of(sample("release", 1), "a")).isEmpty();
    }

    @Test
    void tooFewSamplesOrOneLabelAreNothingToLearnFrom() {
        assertThat(check(new Labelled(2, 7).told(199), 2).auc()).isEqualTo(0.5);
        assertThat(check(new Labelled(1, 7).told(300), 2).auc()).isEqualTo(0.5);
        assertThat(check(new Labelled(1, 7).told(300), 2).of(299)).isEmpty();
    }

    @Test
    void theSameSeedSaysTheSame() {
        Labelled data = new Labelled(2, 8).told(500).flipped(25, 1);

        assertThat(check(data, 2).surpluses()).isEqualTo(check(data, 2).surpluses());
    }

    @Test
    void everySampleHasASourceOrNull() {
        Labelled data = new Labelled(2, 9).told(300);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelCheck.of(data.samples, List.of(), 2, Thresholds.DEFAULTS.labels(), 1))
                .withMessage("300 samples have 0 sources");
    }
}
