package io.kenshin.detection.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NoisyLabelTest {
    /** Decision values with the labels that follow from them, some of which are wrong. */
    private record Draw(double[] scores, boolean[] has, boolean[] wrong) {
        static Draw of(NoisyLabel truth, int samples, long seed) {
            Random random = new Random(seed);
            double[] scores = new double[samples];
            boolean[] has = new boolean[samples];
            boolean[] wrong = new boolean[samples];
            for (int i = 0; i < samples; i++) {
                scores[i] = random.nextGaussian() * 0.8 + (random.nextBoolean() ? 3 : -3);
                boolean should = random.nextDouble() < truth.should(scores[i]);
                wrong[i] = random.nextDouble() < (should ? truth.out() : truth.into());
                has[i] = should != wrong[i];
            }
            return new Draw(scores, has, wrong);
        }

        Counted counted() {
            return Counted.of(scores, has);
        }

        double gain() {
            return NoisyLabel.of(counted(), true).fit(counted())
                    - NoisyLabel.of(counted(), false).fit(counted());
        }
    }

    @Test
    void bothRatesAreFoundAgain() {
        Draw draw = Draw.of(new NoisyLabel(1.5, 0.3, 0.1, 0.02), 4_000, 1);

        NoisyLabel found = NoisyLabel.of(draw.counted(), true);

        assertThat(found.into()).isEqualTo(0.1, within(0.02));
        assertThat(found.out()).isEqualTo(0.02, within(0.01));
        assertThat(found.slope()).isEqualTo(1.5, within(0.4));
    }

    @Test
    void withoutWrongLabelsTheRatesExplainNothing() {
        for (long seed = 1; seed <= 20; seed++) {
            Draw draw = Draw.of(new NoisyLabel(1.5, 0, 0, 0), 2_000, seed);

            assertThat(draw.gain()).as("seed %d", seed).isBetween(-0.01, 6.0);
        }
    }

    @Test
    void whereScoresSayLittleTheRatesExplainNothing() {
        for (long seed = 1; seed <= 10; seed++) {
            Draw draw = Draw.of(new NoisyLabel(0.1, 0, 0, 0), 2_000, seed);

            assertThat(draw.gain()).as("seed %d", seed).isBetween(-0.01, 6.0);
        }
    }

    @Test
    void aFewWrongLabelsExplainMuch() {
        assertThat(Draw.of(new NoisyLabel(2.5, 0, 0.02, 0), 2_000, 1).gain()).isGreaterThan(10);
    }

    @Test
    void theProbabilityOfAWrongLabelIsRightInTheMean() {
        Draw draw = Draw.of(new NoisyLabel(1, 0, 0.1, 0), 20_000, 3);
        NoisyLabel found = NoisyLabel.of(draw.counted(), true);
        double expected = 0;
        int counted = 0;
        for (int i = 0; i < draw.scores.length; i++) {
            if (draw.has[i]) {
                expected += found.wrong(draw.scores[i]);
                counted += draw.wrong[i] ? 1 : 0;
            }
        }

        assertThat(expected / counted).isEqualTo(1, within(0.1));
    }

    @Test
    void theRateOfAPartIsItsOwn() {
        NoisyLabel truth = new NoisyLabel(1.5, 0, 0.01, 0);
        Draw part = Draw.of(new NoisyLabel(1.5, 0, 0.3, 0), 500, 2);

        double rate = truth.rate(part.counted());

        assertThat(rate).isEqualTo(0.3, within(0.06));
        assertThat(truth.fit(part.counted(), rate)).isGreaterThan(truth.fit(part.counted()) + 50);
    }

    @Test
    void classesThatAreQuiteSeparateKeepASlopeThatEnds() {
        double[] scores = new double[200];
        boolean[] has = new boolean[200];
        for (int i = 0; i < 200; i++) {
            has[i] = i < 100;
            scores[i] = has[i] ? 2 + i * 0.01 : -2 - i * 0.01;
        }

        NoisyLabel found = NoisyLabel.of(Counted.of(scores, has), true);

        assertThat(found.slope()).isBetween(1.0, 10.0);
        assertThat(found.into()).isLessThan(0.01);
    }
}
