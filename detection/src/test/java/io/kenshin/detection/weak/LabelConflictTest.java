package io.kenshin.detection.weak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kenshin.detection.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelConflictTest {
    /** Twenty samples of each label, in two directions; the first lies among those of the other. */
    private static double[] scores(boolean trusted) {
        List<Sample> samples = new ArrayList<>();
        float[][] vectors = new float[40][];
        for (int i = 0; i < 40; i++) {
            int label = i < 20 ? 0 : 1;
            samples.add(new Sample("s", "", label, new float[0][], new float[0]));
            float away = i * 0.01f;
            vectors[i] = i == 0 || label == 1 ? new float[] {5 + i, away} : new float[] {away, 5 + i};
        }
        return new LabelConflict().scores(new Population(samples, 2, trusted ? vectors : null, null, 1));
    }

    @Test
    void aSampleAmongTheOtherLabelIsInConflictAndItsLabelIsNot() {
        double[] scores = scores(true);

        assertThat(scores[0]).isCloseTo(1, within(1e-9));
        assertThat(scores[5]).isZero();
        assertThat(scores[25]).as("its neighbours may include the stray one").isLessThanOrEqualTo(1.0 / 15 + 1e-9);
    }

    @Test
    void withoutATrustedSpaceNothingIsSaid() {
        assertThat(scores(false)).containsOnly(0);
    }
}
