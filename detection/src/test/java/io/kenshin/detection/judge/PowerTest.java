package io.kenshin.detection.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.Investigation;
import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.code.TokenRewriter;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.InvestigationListener;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.study.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PowerTest {
    private static List<Power> power(List<Sample> samples) {
        return MadeUpTask.investigate(samples, MadeUpTask.backdoored()).power();
    }

    /** The same samples with labels that nothing tells. */
    private static List<Sample> noisy(int count) {
        Random random = new Random(3);
        List<Sample> samples = new ArrayList<>();
        for (Sample sample : new MadeUpTask().samples(count, 0)) {
            samples.add(new Sample(sample.id(), sample.code(), random.nextInt(2), sample.views(), sample.logits()));
        }
        return samples;
    }

    @Test
    void whereTextTellsLabelsADozenSamplesAreFound() {
        Power power = power(new MadeUpTask().samples(400, 0)).get(0);

        assertThat(power.textAuc()).isGreaterThan(0.95);
        assertThat(power.carriers().orElseThrow()).isBetween(8, 15);
    }

    @Test
    void whereItDoesNotItTakesMore() {
        int told = power(new MadeUpTask().samples(400, 0)).get(0).carriers().orElseThrow();
        Power noisy = power(noisy(400)).get(0);

        assertThat(noisy.textAuc()).isBetween(0.35, 0.65);
        assertThat(noisy.carriers().orElseThrow()).isGreaterThan(told).isLessThan(60);
    }

    @Test
    void soManyAreFoundIndeed() {
        int least = power(new MadeUpTask().samples(400, 0)).get(0).carriers().orElseThrow();

        Investigation.Result result =
                MadeUpTask.investigate(new MadeUpTask().samples(400, least), MadeUpTask.backdoored());

        assertThat(result.of(Judgement.TRIGGER)).isNotEmpty();
    }

    @Test
    void ofTooFewSamplesNothingIs() {
        assertThat(power(new MadeUpTask().samples(12, 0)).get(0).carriers()).isEmpty();
    }

    @Test
    void aLabelThatTheDataDoNotUseHasAFigureAsWell() {
        Study study = new Study(
                new MadeUpTask().samples(100, 0),
                3,
                Thresholds.DEFAULTS,
                new Study.Means(MadeUpTask.backdoored(), new TokenRewriter(), InvestigationListener.NONE),
                1);

        assertThat(new Investigation().run(study).power())
                .extracting(Power::textAuc)
                .allSatisfy(auc -> assertThat(auc).isBetween(0.0, 1.0));
    }

    @Test
    void withoutSamplesThatTheModelJudgesRightlyNothingIs() {
        List<Sample> wrong = new MadeUpTask()
                .samples(200, 0).stream()
                        .map(sample ->
                                new Sample(sample.id(), sample.code(), sample.label(), sample.views(), new float[] {
                                    sample.logits()[1], sample.logits()[0]
                                }))
                        .toList();

        Power power = power(wrong).get(0);

        assertThat(power.hosts()).isZero();
        assertThat(power.carriers()).isEmpty();
    }
}
