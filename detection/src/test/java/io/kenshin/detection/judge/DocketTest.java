package io.kenshin.detection.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.detection.MadeUpEvidence;
import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.trial.MaskedCandidate;
import io.kenshin.detection.trial.Rate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocketTest {
    private final Study study = MadeUpTask.study(new MadeUpTask().samples(40, 4), MadeUpTask.backdoored());
    private final Docket docket = new Docket(study, List.of());

    private static Finding finding(int carriers, Judgement judgement) {
        Effect effect = new Effect(Rate.NONE, Rate.NONE, Rate.NONE, Rate.NONE, Rate.NONE, 1, false, 1);
        return new Finding(MadeUpTask.planted(carriers), effect, MadeUpEvidence.NATURAL, 1, judgement);
    }

    @Test
    void whatWasFoundIsKeptInItsOrder() {
        docket.add(finding(3, Judgement.SHORTCUT));
        docket.add(finding(5, Judgement.TRIGGER));

        assertThat(docket.findings()).containsExactly(finding(3, Judgement.SHORTCUT), finding(5, Judgement.TRIGGER));
        assertThatThrownBy(() -> docket.findings().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void onlyTriggersExplain() {
        docket.add(finding(9, Judgement.SUSPECT));
        assertThat(docket.explained().isEmpty()).isTrue();

        docket.add(finding(3, Judgement.TRIGGER));
        docket.add(finding(2, Judgement.TRIGGER));

        assertThat(docket.explained().stream()).containsExactly(0, 1, 2);
    }

    @Test
    void whatWasExaminedAddsUp() {
        assertThat(docket.examined()).isZero();
        docket.count(40);
        docket.count(2);

        assertThat(docket.examined()).isEqualTo(42);
    }

    @Test
    void thePoolIsThatOfTheLastMining() {
        MaskedCandidate mined = new MaskedCandidate(MadeUpTask.planted(4), MadeUpEvidence.FOREIGN);
        assertThat(docket.pool()).isEmpty();

        docket.keepPool(List.of(mined), new int[] {4});

        assertThat(docket.pool()).containsExactly(mined);
        assertThat(docket.study()).isSameAs(study);
    }
}
