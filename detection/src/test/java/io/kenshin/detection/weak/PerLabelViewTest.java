package io.kenshin.detection.weak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kenshin.detection.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerLabelViewTest {
    /** The first component is the score. */
    private static final PerLabelView FIRST = new PerLabelView() {
        @Override
        public String name() {
            return "first";
        }

        @Override
        double[] score(double[][] vectors, long seed) {
            double[] scores = new double[vectors.length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = vectors[i][0];
            }
            return scores;
        }
    };

    private final List<Sample> samples = new ArrayList<>();

    private void add(int count, int label, int sign) {
        for (int i = 0; i < count; i++) {
            samples.add(new Sample("s", "", label, new float[][] {{i}, {sign * i}}, new float[0]));
        }
    }

    private double[] scores() {
        return FIRST.scores(new Population(samples, 2, null, null, 1));
    }

    @Test
    void viewsAreFusedByTheMeanOfTheirRanks() {
        add(21, 0, 1);
        assertThat(scores()[0]).isZero();
        assertThat(scores()[10]).isCloseTo(0.5, within(1e-12));
        assertThat(scores()[20]).isCloseTo(1, within(1e-12));

        samples.clear();
        add(21, 0, -1);
        assertThat(java.util.Arrays.stream(scores()))
                .as("what one view says the other denies")
                .allMatch(score -> Math.abs(score - 0.5) < 1e-12);
    }

    @Test
    void eachLabelIsRankedByItself() {
        add(21, 0, 1);
        add(30, 1, 1);

        assertThat(scores()[20]).isCloseTo(1, within(1e-12));
        assertThat(scores()[21]).isZero();
        assertThat(scores()[50]).isCloseTo(1, within(1e-12));
    }

    @Test
    void ofFewerThanTwentyNothingIsSaid() {
        add(19, 0, 1);
        assertThat(scores()).containsOnly(0);

        add(1, 0, 1);
        assertThat(scores()[18]).isCloseTo(1, within(1e-12));
    }
}
