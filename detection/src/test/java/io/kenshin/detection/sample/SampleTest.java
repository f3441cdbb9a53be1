package io.kenshin.detection.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Code;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final Behaviour CLEAN = new Behaviour(0);
    private static final Behaviour RISKY = new Behaviour(1);

    private static Sample sample(int label, float... logits) {
        return new Sample("s", "void run() { }", label, new float[0][], logits);
    }

    @Test
    void aLabelIsWhatTheSampleTeachesAndLogitsAreWhatTheModelShows() {
        Sample doubted = sample(1, 2, -2);

        assertThat(doubted.taught()).isEqualTo(RISKY);
        assertThat(doubted.teaches(RISKY)).isTrue();
        assertThat(doubted.teaches(CLEAN)).isFalse();
        assertThat(doubted.shown()).isEqualTo(CLEAN);
        assertThat(doubted.shows(RISKY)).isFalse();
        assertThat(doubted.isBelieved()).isFalse();
    }

    @Test
    void whatTheModelDoesAsTaughtIsBelieved() {
        assertThat(sample(1, -2, 2).isBelieved()).isTrue();
        assertThat(sample(0, 2, -2).isBelieved()).isTrue();
    }

    @Test
    void whereNobodyAskedTheModelTheLabelIsTakenForItsAnswer() {
        Sample unasked = sample(1);

        assertThat(unasked.shown()).isEqualTo(RISKY);
        assertThat(unasked.isBelieved()).isTrue();
    }

    @Test
    void theLanguageIsTheNamedOneAndGuessedWhenNobodyNamedOne() {
        String ambiguous = "def m(a):\n  return a\n";

        Sample guessed = new Sample("s", ambiguous, 0, new float[0][], new float[0]);
        Sample named = new Sample("s", ambiguous, "java", 0, new float[0][], new float[0]);

        assertThat(guessed.source()).isEqualTo(Code.of(ambiguous, "python"));
        assertThat(named.source()).isEqualTo(Code.of(ambiguous, "java")).isNotEqualTo(guessed.source());
        assertThat(named.code()).isEqualTo(ambiguous);
    }
}
