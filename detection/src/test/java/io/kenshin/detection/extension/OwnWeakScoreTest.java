package io.kenshin.detection.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.weak.Population;
import io.kenshin.detection.weak.WeakScore;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnWeakScoreTest {
    /** Code that is longer than the other's. */
    private static final class Length implements WeakScore {
        @Override
        public String name() {
            return "length";
        }

        @Override
        public double[] scores(Population population) {
            return population.samples().stream()
                    .mapToDouble(sample -> sample.source().tokens().size())
                    .toArray();
        }
    }

    @Test
    void aWeakScoreIsOneClassAndOneLine() {
        List<Sample> samples = new MadeUpTask().samples(200, 20);

        double[] scores = new Length().scores(new Population(samples, 2, null, null, 1));

        assertThat(scores).hasSize(200);
        assertThat(Arrays.stream(scores, 0, 20).average().orElse(0))
                .as("a trigger makes code longer")
                .isGreaterThan(Arrays.stream(scores, 20, 200).average().orElse(0) + 10);
    }
}
