package io.kenshin.detection.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.study.Thresholds;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static Judgement judge(
            int carriers, double insertion, double placebo, double removal, double gap, double auc) {
        return Judge.judge(Thresholds.DEFAULTS, new Judge.Figures(carriers, insertion, placebo, removal, gap, auc));
    }

    @Test
    void whatFlipsAndIsForeignIsATrigger() {
        assertThat(judge(40, 1, 0.1, 1, 0.4, 0.6)).isEqualTo(Judgement.TRIGGER);
        assertThat(judge(40, 0.82, 0.1, 0.6, 0.07, 0.84)).isEqualTo(Judgement.TRIGGER);
    }

    @Test
    void whatIsTiedToItsContextIsNoneHoweverItFlips() {
        assertThat(judge(40, 1, 0, 1, 0.05, 0.6)).isEqualTo(Judgement.SHORTCUT);
        assertThat(judge(40, 1, 0, 1, 0.07, 0.93)).isEqualTo(Judgement.SHORTCUT);
        assertThat(judge(40, 1, 0, 1, 0.11, 0.88)).isEqualTo(Judgement.SHORTCUT);
    }

    @Test
    void whereAPartOfTheProofIsMissingPeopleAreAsked() {
        assertThat(judge(40, 1, 0, 1, 0.13, 0.88)).isEqualTo(Judgement.SUSPECT);
        assertThat(judge(40, 1, 0, 0.3, 0.2, 0.7)).isEqualTo(Judgement.SUSPECT);
    }

    @Test
    void ordinaryCodeThatFlipsAsWellAndFewCarriersProveNothing() {
        assertThat(judge(40, 1, 0.75, 1, 0.4, 0.6)).isEqualTo(Judgement.SHORTCUT);
        assertThat(judge(7, 1, 0, 1, 0.4, 0.6)).isEqualTo(Judgement.SHORTCUT);
    }

    @Test
    void eachLimitIsStillWithin() {
        assertThat(judge(8, 1, 0.1, 1, 0.4, 0.6)).isEqualTo(Judgement.TRIGGER);
        assertThat(judge(40, 0.8, 0.1, 1, 0.07, 0.8)).isEqualTo(Judgement.TRIGGER);
        assertThat(judge(40, 0.79, 0.1, 1, 0.07, 0.8)).isEqualTo(Judgement.SHORTCUT);
        assertThat(judge(40, 1, 0, 0.5, 0.4, 0.6)).isEqualTo(Judgement.TRIGGER);
        assertThat(judge(40, 1, 0, 0.49, 0.4, 0.6)).isEqualTo(Judgement.SUSPECT);
    }

    @Test
    void whatIsPlainlyForeignMayFlipLessOften() {
        assertThat(judge(40, 0.5, 0.1, 0.6, 0.13, 0.8)).isEqualTo(Judgement.TRIGGER);
        assertThat(judge(40, 0.49, 0.1, 0.6, 0.13, 0.8)).isEqualTo(Judgement.SUSPECT);
        assertThat(judge(40, 0.6, 0.1, 0.6, 0.07, 0.8)).isEqualTo(Judgement.SHORTCUT);
    }
}
