package io.kenshin.detection.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kenshin.detection.Sample;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RepresentationTest {
    private final Random random = new Random(2);

    private float[] gaussian(int dimension, double scale, double... centre) {
        float[] vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) (random.nextGaussian() * scale + (i < centre.length ? centre[i] : 0));
        }
        return vector;
    }

    @Test
    void theFirstComponentIsTheDirectionOfGreatestVariance() {
        // Given variance 9 along (1, 1, 0, …)/√2 and 0.01 elsewhere
        float[][] vectors = new float[4_000][];
        double planted = 0;
        for (int i = 0; i < vectors.length; i++) {
            double along = random.nextGaussian() * 3;
            planted += along * along / vectors.length;
            vectors[i] = gaussian(8, 0.1, along / Math.sqrt(2), along / Math.sqrt(2));
        }

        // When
        PrincipalComponents components = PrincipalComponents.fit(vectors, 3);

        // Then
        double[] first = components.axes()[0];
        assertThat(Math.abs(first[0])).isCloseTo(1 / Math.sqrt(2), within(0.01));
        assertThat(first[0]).isCloseTo(first[1], within(0.01));
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                double product = 0;
                for (int i = 0; i < 8; i++) {
                    product += components.axes()[a][i] * components.axes()[b][i];
                }
                assertThat(product).isCloseTo(a == b ? 1 : 0, within(1e-9));
            }
        }
        double variance = 0;
        for (float[] vector : vectors) {
            variance += Math.pow(components.project(vector)[0], 2) / vectors.length;
        }
        assertThat(variance).isCloseTo(planted, within(0.1));
    }

    @Test
    void kMeansFindsSeparatedGroups() {
        double[][] points = new double[300][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {random.nextGaussian() + 20 * (i % 3), random.nextGaussian() - 15 * (i % 3)};
        }

        int[] assigned = KMeans.fit(points, 3, 1);

        for (int i = 3; i < points.length; i++) {
            assertThat(assigned[i]).isEqualTo(assigned[i % 3]);
        }
        assertThat(assigned[0]).isNotEqualTo(assigned[1]).isNotEqualTo(assigned[2]);
    }

    @Test
    void aSmallDenseGroupGetsAClusterOfItsOwn() {
        // Given a label with 300 samples all over and 25 in one place
        List<Sample> samples = new ArrayList<>();
        BitSet planted = new BitSet();
        for (int i = 0; i < 325; i++) {
            boolean poison = i % 13 == 0;
            planted.set(i, poison);
            float[] vector = poison ? gaussian(16, 0.05, 4, -4, 4) : gaussian(16, 1);
            samples.add(new Sample("s" + i, "", 0, new float[][] {vector}, new float[0]));
        }

        // When
        List<OverClustering.Cluster> clusters = OverClustering.find(samples, 1, 7);

        // Then
        assertThat(clusters.get(0).members()).isEqualTo(planted);
        assertThat(clusters.get(0).cohesion()).isGreaterThan(20);
    }
}
