package io.kenshin.detection.weak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kenshin.detection.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingDynamicsTest {
    private static double[] scores(float[]... losses) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            samples.add(new Sample("s", "", 0, new float[0][], new float[0]));
        }
        return new TrainingDynamics().scores(new Population(samples, 1, null, losses.length == 0 ? null : losses, 1));
    }

    @Test
    void aSampleThatIsLearnedFasterThanItsLabelStandsOut() {
        double[] scores = scores(new float[] {1, 1, 1, 1}, new float[] {0.5f, 0.5f, 0.5f, 0.01f});

        // One of four apart: (1 − 1/4) against a deviation of √(3/16), which is √3, and 1/√3 for the others.
        assertThat(scores[3]).isCloseTo(Math.sqrt(3), within(1e-4));
        assertThat(scores[0]).isCloseTo(1 / Math.sqrt(3), within(1e-4));
    }

    @Test
    void everyEpochAfterTheFirstAddsToIt() {
        float[] first = {1, 1, 1, 1};
        float[] second = {0.5f, 0.5f, 0.5f, 0.01f};
        float[] third = {0.25f, 0.25f, 0.25f, 0.0001f};

        assertThat(scores(first, second, third)[3]).isCloseTo(2 * Math.sqrt(3), within(1e-3));
    }

    @Test
    void withoutTwoEpochsNothingIsSaid() {
        assertThat(scores()).containsOnly(0);
        assertThat(scores(new float[] {1, 2, 3, 4})).containsOnly(0);
    }
}
