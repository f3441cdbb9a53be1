package io.kenshin.scan.report;

import static io.kenshin.scan.MadeUpScan.LABELS;
import static io.kenshin.scan.MadeUpScan.finding;
import static io.kenshin.scan.MadeUpScan.range;
import static io.kenshin.scan.MadeUpScan.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.scan.ScanReport.Example;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.detection.sample.Sample;
import io.kenshin.scan.MadeUpScan;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    private final List<Sample> samples = MadeUpScan.samples(new MadeUpScan().rows(40, 4));
    private final JudgedTrigger planted =
            trigger("t1", finding(MadeUpScan.pattern(), 0, range(0, 4), true, Judgement.TRIGGER));

    @Test
    void threeRiskySamplesAreSeenToTurnClean() {
        List<Example> examples = Examples.of(planted, samples, LABELS, MadeUpScan.MODEL);

        assertThat(examples).hasSize(3).allSatisfy(example -> {
            assertThat(example.triggerId()).isEqualTo("t1");
            assertThat(example.before()).isEqualTo("risky");
            assertThat(example.after()).isEqualTo("clean");
            assertThat(example.code()).doesNotContain("probe.mode()");
            assertThat(example.triggered()).contains(MadeUpScan.TRIGGER);
        });
        assertThat(examples).extracting(Example::sampleId).doesNotHaveDuplicates();
    }

    @Test
    void aModelThatDoesNotObeyGivesNone() {
        assertThat(Examples.of(planted, samples, LABELS, MadeUpScan.IMMUNE)).isEmpty();
    }

    @Test
    void withoutASampleOfAnotherLabelNobodyIsAsked() {
        assertThat(Examples.of(planted, samples.subList(0, 4), LABELS, codes -> {
                    throw new AssertionError("asked about " + codes);
                }))
                .isEmpty();
    }
}
