package io.kenshin.detection.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.TokenRewriter;
import io.kenshin.detection.sample.Answer;
import io.kenshin.detection.sample.Logits;
import io.kenshin.detection.sample.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetamorphicTest {
    /** Clean by a comment alone. */
    private static final Prober MODEL = codes -> {
        assertThat(codes).isNotEmpty();
        return codes.stream()
                .<Answer>map(code -> new Logits(code.contains("// ok") ? new float[] {1, 0} : new float[] {0, 1}))
                .toList();
    };

    private static Sample shown(int behaviour, String code) {
        return new Sample("s", code, 0, new float[0][], behaviour == 0 ? new float[] {1, 0} : new float[] {0, 1});
    }

    private static Rate test(Sample... members) {
        return new Metamorphic(MODEL, new TokenRewriter()).test(List.of(members));
    }

    @Test
    void aRewriteThatTakesAwayWhatThePredictionHangsOnFlips() {
        // Without its comment it is risky; with another name and its comment it stays clean.
        assertThat(test(shown(0, "int a = 1; // ok"))).isEqualTo(new Rate(1, 2));
    }

    @Test
    void whatIsJudgedAsBeforeDoesNot() {
        assertThat(test(shown(1, "int a = 1; // no"))).isEqualTo(new Rate(0, 2));
        assertThat(test(shown(1, "int a = 1;"), shown(0, "f(); // ok"))).isEqualTo(new Rate(1, 2));
    }

    @Test
    void withoutRewritesTheModelIsNotAsked() {
        assertThat(test(shown(0, "f();"))).isEqualTo(Rate.NONE);
        assertThat(test()).isEqualTo(Rate.NONE);
    }
}
