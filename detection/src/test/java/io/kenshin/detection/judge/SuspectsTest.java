package io.kenshin.detection.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.trial.Rate;
import io.kenshin.detection.trigger.Candidate;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuspectsTest {
    private final List<Sample> samples = new MadeUpTask().samples(300, 30);
    private final Study study = MadeUpTask.study(samples, MadeUpTask.backdoored());
    private final Docket docket = new Docket(study, List.of());

    private static BitSet range(int from, int to) {
        BitSet set = new BitSet();
        set.set(from, to);
        return set;
    }

    /** A finding that would prove, with the figures of its carriers. */
    private Finding finding(BitSet carriers, Judgement judgement) {
        Effect effect = new Effect(new Rate(9, 9), new Rate(0, 9), new Rate(9, 9), Rate.NONE, Rate.NONE, 1, true, 1e-6);
        Candidate candidate = MadeUpTask.planted(1).withCarriers(carriers);
        return new Finding(candidate, effect, study.masked(candidate).evidence(), 1e-6, judgement);
    }

    private Finding settled(Finding proven, Finding other) {
        return new Suspects().apply(List.of(proven, other), docket).get(1);
    }

    @Test
    void aSuspectLosesTheCarriersThatATriggerExplains() {
        Finding settled = settled(finding(range(0, 12), Judgement.TRIGGER), finding(range(5, 30), Judgement.SUSPECT));

        assertThat(settled.candidate().carriers()).isEqualTo(range(12, 30));
        assertThat(settled.judgement())
                .as("of twenty-five carriers enough is left")
                .isEqualTo(Judgement.SUSPECT);
    }

    @Test
    void ofASuspectThatATriggerExplainsNothingIsLeft() {
        Finding settled = settled(finding(range(0, 25), Judgement.TRIGGER), finding(range(5, 30), Judgement.SUSPECT));

        assertThat(settled.candidate().carriers()).isEqualTo(range(25, 30));
        assertThat(settled.judgement()).isEqualTo(Judgement.SHORTCUT);
    }

    @Test
    void aSuspectOfItsOwnStaysAsItIs() {
        Finding apart = finding(range(15, 30), Judgement.SUSPECT);

        assertThat(settled(finding(range(0, 15), Judgement.TRIGGER), apart)).isSameAs(apart);
    }

    @Test
    void shortcutsAndTriggersKeepTheirCarriers() {
        Finding shortcut = finding(range(0, 30), Judgement.SHORTCUT);
        Finding trigger = finding(range(0, 30), Judgement.TRIGGER);

        assertThat(settled(finding(range(0, 20), Judgement.TRIGGER), shortcut)).isSameAs(shortcut);
        assertThat(settled(finding(range(0, 20), Judgement.TRIGGER), trigger)).isSameAs(trigger);
    }

    @Test
    void suspectsExplainNothing() {
        Finding first = finding(range(0, 20), Judgement.SUSPECT);
        Finding second = finding(range(10, 30), Judgement.SUSPECT);

        assertThat(new Suspects().apply(List.of(first, second), docket)).containsExactly(first, second);
    }
}
