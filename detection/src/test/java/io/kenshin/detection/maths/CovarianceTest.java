package io.kenshin.detection.maths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CovarianceTest {
    @Test
    void eigenvaluesAgreeWithNumPy() {
        double[][] points = new double[60][5];
        for (int i = 0; i < points.length; i++) {
            for (int d = 0; d < 5; d++) {
                points[i][d] = Math.sin(1.7 * i + 0.9 * d) * (1 + i % 3) + (i % 4 == 0 && d < 2 ? 5 : 0);
            }
        }

        double[] values = Covariance.fit(points).values();

        assertThat(values[0]).isCloseTo(15.918890396626198, within(1e-9));
        assertThat(values[1]).isCloseTo(4.747425314227185, within(1e-9));
        assertThat(values[2]).isCloseTo(1.9043050220750408, within(1e-9));
        assertThat(values[3]).isCloseTo(0, within(1e-9));
    }

    @Test
    void whitenedVectorsHaveUnitVarianceAndNoCorrelation() {
        Random random = new Random(2);
        double[][] vectors = new double[2_000][];
        for (int i = 0; i < vectors.length; i++) {
            double shared = random.nextGaussian();
            vectors[i] = new double[] {3 * shared, shared + random.nextGaussian(), 0.1 * random.nextGaussian()};
        }
        Covariance covariance = Covariance.fit(vectors);
        double[][] sums = new double[3][3];
        for (double[] vector : vectors) {
            double[] white = covariance.whiten(vector, 3);
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    sums[a][b] += white[a] * white[b] / (vectors.length - 1);
                }
            }
        }
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                assertThat(sums[a][b]).isCloseTo(a == b ? 1 : 0, within(1e-6));
            }
        }
    }

    @Test
    void notANumberIsAnErrorAndNotAResult() {
        assertThatThrownBy(() -> Covariance.fit(new double[][] {{1, Double.NaN}, {2, 3}, {4, 5}}))
                .isInstanceOf(RuntimeException.class);
    }
}
