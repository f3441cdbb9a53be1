package io.kenshin.detection.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpEvidence;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.CarrierEvidence;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final CarrierEvidence FOREIGN = MadeUpEvidence.FOREIGN;
    /** Like other labels more or less: people have to look. */
    private static final CarrierEvidence DOUBTFUL = many(0.88, 0.6);
    /** A chance that is small enough for a proof, and not for anything else. */
    private static final double SMALL = 0.009;

    private static CarrierEvidence many(double otherAuc, double placementAuc) {
        return MadeUpEvidence.of(MadeUpEvidence.compared(otherAuc, placementAuc, MadeUpEvidence.MANY), 1e-9);
    }

    private static Judgement judge(Judge.Figures figures) {
        return Judge.judge(Thresholds.DEFAULTS, figures);
    }

    private static Judgement effect(double insertion, double placebo, double removal, double chance) {
        return judge(new Judge.Figures(40, insertion, placebo, removal, 1, 1, FOREIGN, chance));
    }

    private static Judgement evidence(CarrierEvidence evidence, double chance) {
        return judge(new Judge.Figures(40, 1, 0.1, 1, 1, 1, evidence, chance));
    }

    @Test
    void whatFlipsAndIsForeignAndNoChanceIsATrigger() {
        assertThat(effect(1, 0.1, 1, 1e-9)).isEqualTo(Judgement.TRIGGER);
        assertThat(effect(0.82, 0.1, 0.6, SMALL)).isEqualTo(Judgement.TRIGGER);
    }

    @Test
    void whatIsTiedToItsContextIsNoneHoweverItFlips() {
        assertThat(evidence(many(0.93, 0.6), 1e-9)).isEqualTo(Judgement.SHORTCUT);
        assertThat(evidence(many(0.5, 0.75), 1e-9)).isEqualTo(Judgement.SHORTCUT);
        assertThat(evidence(MadeUpEvidence.NATURAL, 1e-9)).isEqualTo(Judgement.SHORTCUT);
    }

    @Test
    void foreignMayBeSaidByTheNearestSamplesAlone() {
        CarrierEvidence.Compared odd = MadeUpEvidence.compared(0.99, 0.9, MadeUpEvidence.MANY);

        assertThat(evidence(MadeUpEvidence.of(odd, MadeUpEvidence.compared(0.84, 0.64, MadeUpEvidence.MANY)), 1e-9))
                .isEqualTo(Judgement.TRIGGER);
        assertThat(evidence(MadeUpEvidence.of(odd, MadeUpEvidence.compared(0.84, 0.66, MadeUpEvidence.MANY)), 1e-9))
                .isEqualTo(Judgement.SHORTCUT);
    }

    @Test
    void whereThePlaceIsLikeAnyOtherButTheCarriersNotQuitePeopleAreAsked() {
        assertThat(evidence(DOUBTFUL, 1e-4)).isEqualTo(Judgement.SUSPECT);
        assertThat(evidence(DOUBTFUL, 1.1e-4)).as("and chance may explain it").isEqualTo(Judgement.SHORTCUT);
    }

    @Test
    void whatChanceExplainsIsNoTrigger() {
        assertThat(evidence(FOREIGN, 0.01)).isEqualTo(Judgement.TRIGGER);
        assertThat(evidence(FOREIGN, 0.0101)).isEqualTo(Judgement.SUSPECT);
        assertThat(evidence(FOREIGN, 1)).isEqualTo(Judgement.SUSPECT);
    }

    @Test
    void ordinaryCodeThatFlipsAsWellAndFewCarriersProveNothing() {
        assertThat(effect(1, 0.75, 1, 1e-9)).isEqualTo(Judgement.SHORTCUT);
        assertThat(judge(new Judge.Figures(7, 1, 0, 1, 1, 1, FOREIGN, 1e-9))).isEqualTo(Judgement.SHORTCUT);
        assertThat(judge(new Judge.Figures(8, 1, 0, 1, 1, 1, FOREIGN, 1e-9))).isEqualTo(Judgement.TRIGGER);
    }

    @Test
    void takenOutItTurnsMoreThanOtherCodeThatIs() {
        assertThat(judge(new Judge.Figures(40, 1, 0, 0.35, 0.05, 0.8, FOREIGN, 1e-9)))
                .as("carriers that the model knows by heart do not turn")
                .isEqualTo(Judgement.TRIGGER);
        assertThat(judge(new Judge.Figures(40, 1, 0, 0.35, 0.1, 0.8, FOREIGN, 1e-9)))
                .isEqualTo(Judgement.SUSPECT);
    }

    @Test
    void itFlipsFourInFive() {
        assertThat(effect(0.8, 0.1, 1, SMALL)).isEqualTo(Judgement.TRIGGER);
        assertThat(effect(0.79, 0.1, 1, SMALL)).isEqualTo(Judgement.SHORTCUT);
    }

    @Test
    void whatChanceDoesNotExplainAtAllMayFlipLessOften() {
        assertThat(effect(0.5, 0.1, 0.6, 1e-4)).isEqualTo(Judgement.TRIGGER);
        assertThat(effect(0.5, 0.1, 0.6, 1.1e-4)).isEqualTo(Judgement.SHORTCUT);
        assertThat(effect(0.49, 0.1, 0.6, 1e-4)).isEqualTo(Judgement.SHORTCUT);
    }

    @Test
    void carriersThatDoNotTurnWithoutItLeaveDoubt() {
        assertThat(effect(1, 0, 0.5, 1e-9)).isEqualTo(Judgement.TRIGGER);
        assertThat(effect(1, 0, 0.49, 1e-9)).isEqualTo(Judgement.SUSPECT);
    }

    @Test
    void noMoreCarriersNeedTurnThanTheModelBelievesOtherLabels() {
        assertThat(judge(new Judge.Figures(40, 1, 0, 0.3, 1, 0.6, FOREIGN, 1e-9)))
                .isEqualTo(Judgement.TRIGGER);
        assertThat(judge(new Judge.Figures(40, 1, 0, 0.29, 1, 0.6, FOREIGN, 1e-9)))
                .isEqualTo(Judgement.SUSPECT);
    }
}
