package io.kenshin.detection.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.Exchangeability;
import io.kenshin.detection.trial.Rate;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {
    private static final Exchangeability.Result FOREIGN = new Exchangeability.Result(0.55, 0.85, 0.001, 30);

    private static Finding finding(int carriers, Judgement judgement) {
        return finding(carriers, judgement, new Rate(9, 10), new Rate(1, 10), 0.001);
    }

    private static Finding finding(int carriers, Judgement judgement, Rate insertion, Rate placebo, double p) {
        Effect effect = Effect.of(Thresholds.DEFAULTS.proof(), insertion, placebo, new Rate(4, 5), new Rate(1, 2));
        return new Finding(MadeUpTask.planted(carriers), effect, FOREIGN, p, judgement);
    }

    @Test
    void theGravestComeFirstAndOfOneKindThoseWithTheMostCarriers() {
        Finding shortcut = finding(90, Judgement.SHORTCUT);
        Finding suspect = finding(50, Judgement.SUSPECT);
        Finding small = finding(9, Judgement.TRIGGER);
        Finding large = finding(20, Judgement.TRIGGER);

        assertThat(Finding.inOrder(List.of(shortcut, small, suspect, large)))
                .containsExactly(large, small, suspect, shortcut);
    }

    @Test
    void ofEqualOnesTheOrderStays() {
        Finding one = finding(9, Judgement.SUSPECT, new Rate(1, 2), Rate.NONE, 0.5);
        Finding other = finding(9, Judgement.SUSPECT, new Rate(2, 2), Rate.NONE, 0.5);

        assertThat(Finding.inOrder(List.of(one, other))).containsExactly(one, other);
        assertThat(Finding.inOrder(List.of(other, one))).containsExactly(other, one);
    }

    @Test
    void onlyTriggersExplainTheirCarriers() {
        BitSet explained = Finding.explained(
                List.of(finding(5, Judgement.TRIGGER), finding(8, Judgement.TRIGGER), finding(90, Judgement.SUSPECT)));

        assertThat(explained.stream()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(Finding.explained(List.of(finding(90, Judgement.SHORTCUT)))).isEqualTo(new BitSet());
    }

    @Test
    void whatTheModelObeysIsAsStrongAsItsInsertionAndItsRemoval() {
        Finding obeyed = finding(9, Judgement.TRIGGER, new Rate(9, 10), new Rate(1, 10), 0.25);

        assertThat(obeyed.isObeyed()).isTrue();
        assertThat(obeyed.strength()).isCloseTo(0.9 * 0.8 * 0.75, within(1e-12));
    }

    @Test
    void whatItDoesNotObeyIsAsStrongAsItsGapTwice() {
        Finding ignored = finding(9, Judgement.TRIGGER, new Rate(1, 10), Rate.NONE, 0.25);

        assertThat(ignored.isObeyed()).isFalse();
        assertThat(ignored.strength()).isCloseTo(0.6 * 0.75, within(1e-12));
        assertThat(ignored.withCandidate(ignored.candidate(), new Exchangeability.Result(0.2, 0.9, 0, 9))
                        .strength())
                .isCloseTo(0.75, within(1e-12));
    }

    @Test
    void anEffectIsObeyedFromSoFarBeyondOrdinaryCodeOn() {
        assertThat(finding(9, Judgement.SUSPECT, new Rate(3, 10), Rate.NONE, 0).isObeyed())
                .isTrue();
        assertThat(finding(9, Judgement.SUSPECT, new Rate(5, 20), Rate.NONE, 0).isObeyed())
                .isFalse();
    }

    @Test
    void itTellsTheFourRatesApart() {
        Finding finding = finding(9, Judgement.SUSPECT);

        assertThat(finding.insertion()).isEqualTo(new Rate(9, 10));
        assertThat(finding.placebo()).isEqualTo(new Rate(1, 10));
        assertThat(finding.removal()).isEqualTo(new Rate(4, 5));
        assertThat(finding.metamorphic()).isEqualTo(new Rate(1, 2));
    }

    @Test
    void anotherJudgementOrOtherCarriersChangeNothingElse() {
        Finding finding = finding(9, Judgement.SUSPECT);
        Finding other = finding.withCandidate(MadeUpTask.planted(12), new Exchangeability.Result(1, 1, 1, 12));

        assertThat(finding.withJudgement(Judgement.TRIGGER).isTrigger()).isTrue();
        assertThat(finding.withJudgement(Judgement.TRIGGER).withJudgement(Judgement.SUSPECT))
                .isEqualTo(finding);
        assertThat(other.effect()).isEqualTo(finding.effect());
        assertThat(other.p()).isEqualTo(finding.p());
        assertThat(other.judgement()).isEqualTo(Judgement.SUSPECT);
        assertThat(other.exchangeability().gap()).isZero();
    }
}
