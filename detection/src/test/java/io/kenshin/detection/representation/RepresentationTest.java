package io.kenshin.detection.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kenshin.detection.sample.Sample;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
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

    /** The points of the reference values below. */
    private static double[][] points() {
        double[][] points = new double[60][5];
        for (int i = 0; i < points.length; i++) {
            for (int d = 0; d < 5; d++) {
                points[i][d] = Math.sin(1.7 * i + 0.9 * d) * (1 + i % 3) + (i % 4 == 0 && d < 2 ? 5 : 0);
            }
        }
        return points;
    }

    @Test
    void clusterMetricsAgreeWithScikitLearn() {
        int[] cluster = new int[60];
        for (int i = 0; i < cluster.length; i++) {
            cluster[i] = i % 4 == 0 ? 1 : 0;
        }

        assertThat(ClusterMetrics.silhouette(points(), cluster, 1)).isCloseTo(0.4654200807402609, within(1e-9));
        assertThat(ClusterMetrics.daviesBouldin(points(), cluster)).isCloseTo(0.8259792774822603, within(1e-9));
        assertThat(ClusterMetrics.calinskiHarabasz(points(), cluster)).isCloseTo(53.72243283258878, within(1e-9));
    }

    @Test
    void theEnergyDistanceAgreesWithSciPyAndIsZeroForTheSame() {
        double[][] all = points();
        double[][] first = java.util.Arrays.copyOfRange(all, 0, 30);
        double[][] second = java.util.Arrays.copyOfRange(all, 30, 60);

        assertThat(DistributionDistance.energy(first, second)).isCloseTo(0.18442591516610296, within(1e-9));
        assertThat(DistributionDistance.energy(first, first)).isCloseTo(0, within(1e-12));
    }

    @Test
    void theFrechetDistanceIsThatOfTwoNormalDistributions() {
        // ‖μ₁ − μ₂‖² + Σ (σ₁ − σ₂)² = 9 + (1 − 2)² · 2 in two dimensions
        double[][] baseline = new double[60_000][];
        double[][] now = new double[60_000][];
        for (int i = 0; i < baseline.length; i++) {
            baseline[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
            now[i] = new double[] {2 * random.nextGaussian() + 3, 2 * random.nextGaussian()};
        }

        assertThat(DistributionDistance.frechet(baseline, now, 2)).isCloseTo(11, within(0.3));
    }

    @Test
    void theShapeOfALabelTellsWhatMovedFromWhatDidNot() {
        Random random = new Random(4);
        List<Sample> before = new ArrayList<>();
        List<Sample> now = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int label = i % 2;
            before.add(sample("a" + i, label, random, 0));
            // A third of label 1 goes elsewhere.
            now.add(sample("b" + i, label, random, label == 1 && i % 3 == 0 ? 4 : 0));
        }
        List<Shape> shapes = Shapes.measure(Shapes.choose(now, 2, 1), Shapes.choose(before, 2, 1), 1);
        assertThat(shapes).hasSize(2);
        Shape.Change still = Objects.requireNonNull(shapes.get(0).change());
        Shape.Change moved = Objects.requireNonNull(shapes.get(1).change());
        assertThat(still.p()).isGreaterThan(0.02);
        assertThat(moved.p()).isEqualTo(1.0 / 200);
        assertThat(moved.energy()).isGreaterThan(5 * still.energy());
        assertThat(moved.frechet()).isGreaterThan(5 * still.frechet());
        assertThat(shapes.get(1).silhouette()).isGreaterThan(shapes.get(0).silhouette());
        assertThat(Shapes.measure(Shapes.choose(now, 2, 1), null, 1))
                .allSatisfy(shape -> assertThat(shape.change()).isNull());
    }

    private static Sample sample(String id, int label, Random random, double shift) {
        float[] vector = new float[4];
        for (int d = 0; d < vector.length; d++) {
            vector[d] = (float) (random.nextGaussian() + shift);
        }
        return new Sample(id, "", label, new float[][] {vector}, new float[0]);
    }
}
