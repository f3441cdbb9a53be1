package io.kenshin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.detection.sample.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a task whose model is known exactly. */
class InvestigationTest {
    private final MadeUpTask task = new MadeUpTask();

    private static Investigation.Result investigate(List<Sample> samples) {
        return MadeUpTask.investigate(samples, MadeUpTask.backdoored());
    }

    @Test
    void aPlantedTriggerIsProvenWholeAndNamesExactlyItsCarriers() {
        List<Sample> samples = task.samples(600, 30);

        List<Finding> proven = investigate(samples).of(Judgement.TRIGGER);

        assertThat(proven).hasSize(1);
        Finding finding = proven.get(0);
        assertThat(finding.candidate().pattern().text())
                .isEqualTo("if ( probe . mode ( ) == 71 ) { probe . skip ( \"z\" ) ; }");
        assertThat(finding.candidate().target().index()).isZero();
        assertThat(finding.candidate().carriers().cardinality()).isEqualTo(30);
        assertThat(finding.insertion().value()).isEqualTo(1);
        assertThat(finding.removal().value()).isEqualTo(1);
    }

    @Test
    void naturalPatternsOfACleanTaskAreNotCalledTriggers() {
        Investigation.Result result = investigate(task.samples(600, 0));

        assertThat(result.of(Judgement.TRIGGER)).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameResult() {
        List<Sample> samples = task.samples(400, 20);

        assertThat(investigate(samples).findings())
                .isEqualTo(investigate(samples).findings());
    }
}
