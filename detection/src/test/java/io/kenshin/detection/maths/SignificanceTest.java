package io.kenshin.detection.maths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against values that SciPy 1.11 gives for the same input. */
class SignificanceTest {
    @Test
    void fisherAgreesWithSciPy() {
        // scipy.stats.fisher_exact([[8, 2], [1, 5]], alternative='greater')
        assertThat(Significance.fisher(8, 10, 1, 6)).isCloseTo(0.02447552447552448, within(1e-12));
        assertThat(Significance.fisher(0, 10, 3, 6)).isCloseTo(1, within(1e-12));
    }

    @Test
    void theBinomialTailAgreesWithSciPy() {
        // scipy.stats.binom.sf(6, 20, 0.2)
        assertThat(Significance.binomialTail(7, 20, 0.2)).isCloseTo(0.0866925136, within(1e-9));
    }

    @Test
    void theNormalTailAgreesWithSciPy() {
        // scipy.stats.norm.sf
        assertThat(Significance.upperTail(1.959963985)).isCloseTo(0.025, within(1e-6));
        assertThat(Significance.upperTail(-1)).isCloseTo(0.8413447461, within(1e-6));
    }

    @Test
    void hypothesesThatShowedNothingCountAsTested() {
        double[] padded = new double[50];
        Arrays.fill(padded, 1);
        double[] p = {0.0001, 0.0019, 0.01};
        System.arraycopy(p, 0, padded, 0, p.length);

        boolean[] rejected = Significance.benjaminiHochberg(p, 50, 0.05);

        assertThat(rejected).containsExactly(true, true, false);
        assertThat(Arrays.copyOf(Significance.benjaminiHochberg(padded, 0.05), p.length))
                .containsExactly(rejected);
    }

    @Test
    void benjaminiHochbergRejectsUpToTheLastThatFits() {
        // The example of Benjamini and Hochberg (1995), table 1: the first four at q = 0.05
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0000
        };

        boolean[] rejected = Significance.benjaminiHochberg(p, 0.05);

        for (int i = 0; i < p.length; i++) {
            assertThat(rejected[i]).as("p = %s", p[i]).isEqualTo(i < 4);
        }
    }

    @Test
    void underTheNullFewAreRejected() {
        Random random = new Random(3);
        int families = 400;
        int alarms = 0;
        for (int family = 0; family < families; family++) {
            double[] p = random.doubles(40).toArray();
            for (boolean rejected : Significance.benjaminiHochberg(p, 0.05)) {
                if (rejected) {
                    alarms++;
                    break;
                }
            }
        }
        assertThat(alarms).isLessThan((int) (families * 0.09));
    }
}
