package io.kenshin.detection.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogitsTest {
    private static final Logits ANSWER = new Logits(new float[] {0.5f, 2, -1});

    @Test
    void theGreatestValueIsWhatTheModelShows() {
        assertThat(ANSWER.shown()).isEqualTo(new Behaviour(1));
        assertThat(ANSWER.shows(new Behaviour(1))).isTrue();
        assertThat(ANSWER.shows(new Behaviour(0))).isFalse();
    }

    @Test
    void ofEqualValuesTheFirstIsShown() {
        assertThat(new Logits(new float[] {1, 3, 3}).shown()).isEqualTo(new Behaviour(1));
        assertThat(Logits.argmax(new float[] {0, 0})).isZero();
        assertThat(Logits.argmax(new float[] {Float.NEGATIVE_INFINITY})).isZero();
    }

    @Test
    void theMarginIsTheLeadOverTheNextAndNegativeBehindIt() {
        assertThat(ANSWER.margin(new Behaviour(1))).isCloseTo(1.5, within(1e-9));
        assertThat(ANSWER.margin(new Behaviour(0))).isCloseTo(-1.5, within(1e-9));
        assertThat(ANSWER.margin(new Behaviour(2))).isCloseTo(-3, within(1e-9));
    }

    @Test
    void equalValuesLeaveNoMargin() {
        assertThat(new Logits(new float[] {2, 2}).margin(new Behaviour(0))).isZero();
        assertThat(new Logits(new float[] {2, 2}).margin(new Behaviour(1))).isZero();
    }

    @Test
    void theOnlyBehaviourIsShownBeyondAnyOther() {
        assertThat(new Logits(new float[] {-4}).margin(new Behaviour(0))).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void aBatchOfLogitsIsAsManyAnswersInItsOrder() {
        List<Answer> answers = Logits.each(new float[][] {{1, 0}, {0, 1}, {3, 2}});

        assertThat(answers)
                .extracting(Answer::shown)
                .extracting(Behaviour::index)
                .containsExactly(0, 1, 0);
    }

    @Test
    void aBehaviourHasAPlaceFromZeroOn() {
        assertThat(new Behaviour(0).index()).isZero();
        assertThatThrownBy(() -> new Behaviour(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }
}
