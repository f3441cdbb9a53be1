package io.kenshin.detection.weak;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static Population population(int views, int... labels) {
        List<Sample> samples = new ArrayList<>();
        for (int label : labels) {
            samples.add(new Sample("s", "", label, new float[views][4], new float[0]));
        }
        return new Population(samples, 3, null, null, 1);
    }

    @Test
    void samplesAreGroupedByTheirLabelAndALabelOfNobodyIsEmpty() {
        assertThat(population(1, 0, 2, 0, 2, 2).byLabel()).containsExactly(List.of(0, 2), List.of(), List.of(1, 3, 4));
    }

    @Test
    void viewsAreThoseOfTheSamples() {
        assertThat(population(2, 0, 1).views()).isEqualTo(2);
        assertThat(population(2).views()).isZero();
    }

    @Test
    void ranksGoFromZeroToOneAndTiesShareTheirs() {
        assertThat(PerLabelView.ranks(new double[] {5, 1, 3})).containsExactly(1, 0, 0.5);
        assertThat(PerLabelView.ranks(new double[] {2, 1, 2, 9, 2})).containsExactly(0.5, 0, 0.5, 1, 0.5);
        assertThat(PerLabelView.ranks(new double[] {7})).containsExactly(0);
        assertThat(PerLabelView.ranks(new double[0])).isEmpty();
    }
}
