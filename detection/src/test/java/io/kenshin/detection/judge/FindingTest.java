package io.kenshin.detection.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kenshin.detection.MadeUpEvidence;
import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.CarrierEvidence;
import io.kenshin.detection.trial.Rate;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {
    private static final CarrierEvidence FOREIGN = MadeUpEvidence.of(0.7, 0.6, 1e-9);

    private static Finding finding(int carriers, Judgement judgement) {
        return finding(carriers, judgement, new Rate(9, 10), new Rate(1, 10), 0.001);
    }

    private static Finding finding(int carriers, Judgement judgement, Rate insertion, Rate placebo, double chance) {
        Effect effect = Effect.of(Thresholds.DEFAULTS.proof(), insertion, placebo, new Rate(4, 5), 1, 1)
                .withMetamorphic(new Rate(1, 2));
        return new Finding(MadeUpTask.planted(carriers), effect, FOREIGN, chance, judgement);
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
    void whatTheModelObeysIsAsStrongAsItsInsertion() {
        Finding obeyed = finding(9, Judgement.TRIGGER, new Rate(9, 10), new Rate(1, 10), 0.25);

        assertThat(obeyed.isObeyed()).isTrue();
        assertThat(obeyed.strength()).isCloseTo(0.9 * 0.75, within(1e-12));
    }

    @Test
    void whatItDoesNotObeyIsAsStrongAsItsCarriersAndItsPlaceAreOrdinary() {
        Finding ignored = finding(9, Judgement.TRIGGER, new Rate(1, 10), Rate.NONE, 0.25);

        assertThat(ignored.isObeyed()).isFalse();
        assertThat(ignored.strength()).isCloseTo(0.6 * 0.75, within(1e-12));
        assertThat(ignored.withCandidate(ignored.candidate(), MadeUpEvidence.of(0.5, 0.9, 1e-9), 0)
                        .strength())
                .isCloseTo(0.2, within(1e-12));
    }

    @Test
    void anEffectIsObeyedFromSoFarBeyondOrdinaryCodeOn() {
        assertThat(finding(9, Judgement.SUSPECT, new Rate(3, 10), Rate.NONE, 0).isObeyed())
                .isTrue();
        assertThat(finding(9, Judgement.SUSPECT, new Rate(5, 20), Rate.NONE, 0).isObeyed())
                .isFalse();
    }

    @Test
    void whatIsObeyedHasToBeBeyondChanceInBothWays() {
        Finding finding = finding(9, Judgement.TRIGGER, new Rate(9, 10), new Rate(1, 10), 1e-9);

        assertThat(finding.p()).isEqualTo(finding.effect().p()).isGreaterThan(1e-5);
        assertThat(finding(9, Judgement.TRIGGER, new Rate(1, 10), Rate.NONE, 1e-9)
                        .p())
                .isEqualTo(1e-9);
    }

    @Test
    void aSecondLookCountsTwiceAndNeverMoreThanOne() {
        Effect effect = finding(9, Judgement.TRIGGER).effect();

        Effect again = effect.again(Thresholds.DEFAULTS.proof(), effect.insertion(), effect.placebo(), 2);
        Effect nothing = effect.again(Thresholds.DEFAULTS.proof(), new Rate(1, 10), new Rate(1, 10), 2);

        assertThat(again.p()).isEqualTo(2 * effect.p());
        assertThat(again.removal()).isEqualTo(effect.removal());
        assertThat(again.metamorphic()).isEqualTo(effect.metamorphic());
        assertThat(again.believed()).isEqualTo(effect.believed());
        assertThat(nothing.p()).isEqualTo(1);
        assertThat(nothing.obeyed()).isFalse();
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
        Finding other = finding.withCandidate(MadeUpTask.planted(12), MadeUpEvidence.NATURAL, 0.5);

        assertThat(finding.withJudgement(Judgement.TRIGGER).isTrigger()).isTrue();
        assertThat(finding.withJudgement(Judgement.TRIGGER).withJudgement(Judgement.SUSPECT))
                .isEqualTo(finding);
        assertThat(other.effect()).isEqualTo(finding.effect());
        assertThat(other.chance()).isEqualTo(0.5);
        assertThat(other.judgement()).isEqualTo(Judgement.SUSPECT);
        assertThat(other.evidence()).isEqualTo(MadeUpEvidence.NATURAL);
    }
}
