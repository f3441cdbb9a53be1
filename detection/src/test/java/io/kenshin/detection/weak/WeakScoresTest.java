package io.kenshin.detection.weak;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeakScoresTest {
    private static final int SAMPLES = 400;
    private static final int PLANTED = 24;

    /** The first samples, of label 0, lie far out in a direction that they share. */
    private static Population population(int count, double spread) {
        Random random = new Random(5);
        List<Sample> samples = new ArrayList<>();
        float[][] trusted = new float[SAMPLES][8];
        float[][] losses = new float[3][SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            boolean planted = i < count;
            int label = planted || i % 2 == 0 ? 0 : 1;
            float[] vector = new float[16];
            for (int d = 0; d < vector.length; d++) {
                double own = random.nextGaussian() * (planted ? spread : 1);
                vector[d] = (float) (own + (planted && d < 3 ? 9 : 0));
            }
            int looks = planted ? 1 : label;
            for (int d = 0; d < 8; d++) {
                trusted[i][d] = (float) (random.nextGaussian() * 0.3 + (d % 2 == looks ? 2 : 0));
            }
            for (int epoch = 0; epoch < 3; epoch++) {
                losses[epoch][i] = (float)
                        (planted ? Math.pow(0.01, epoch) * 2 : Math.pow(0.5, epoch) * (0.5 + random.nextDouble()));
            }
            samples.add(new Sample("s" + i, "", label, new float[][] {vector, vector}, new float[0]));
        }
        return new Population(samples, 2, trusted, losses, 3);
    }

    private static Population population() {
        return population(PLANTED, 0.05);
    }

    static List<WeakScore> all() {
        return WeakScores.all();
    }

    static List<WeakScore> thatSeesIslands() {
        // The others are blind to a small dense group, as papers and our figures say.
        return all().stream()
                .filter(evidence -> !(evidence instanceof Mahalanobis) && !(evidence instanceof ActivationClustering))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("thatSeesIslands")
    void aSmallDenseIslandIsSeen(WeakScore evidence) {
        assertThat(auc(evidence.scores(population()), PLANTED))
                .as(evidence.name())
                .isGreaterThan(0.9);
    }

    @Test
    void mahalanobisSeesFarAndWideOutliers() {
        assertThat(auc(new Mahalanobis().scores(population(8, 6)), 8)).isGreaterThan(0.9);
    }

    @Test
    void activationClusteringSeesAThirdOfTheLabel() {
        assertThat(auc(new ActivationClustering().scores(population(100, 1)), 100))
                .isGreaterThan(0.9);
    }

    /** Of the planted samples against the rest of their label. */
    private static double auc(double[] scores, int planted) {
        double right = 0;
        int pairs = 0;
        for (int i = 0; i < planted; i++) {
            for (int j = planted + planted % 2; j < SAMPLES; j += 2) {
                right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                pairs++;
            }
        }
        return right / pairs;
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSameSeedGivesTheSameScores(WeakScore evidence) {
        assertThat(evidence.scores(population())).isEqualTo(evidence.scores(population()));
    }

    @Test
    void spectralSignaturesOrderSamplesAsTheSingularValueDecompositionOfNumPy() {
        double[] scores = new SpectralSignatures(1).score(reference(), 1);

        assertThat(order(scores)).startsWith(SPECTRAL_ORDER);
    }

    @Test
    void mahalanobisOrdersSamplesAsTheInverseCovarianceOfNumPy() {
        double[] scores = new Mahalanobis().score(reference(), 1);

        assertThat(order(scores)).startsWith(MAHALANOBIS_ORDER);
    }

    private static final Integer[] SPECTRAL_ORDER = {8, 56, 52, 16, 47, 4};
    private static final Integer[] MAHALANOBIS_ORDER = {8, 59, 20, 26, 44, 25};

    private static double[][] reference() {
        double[][] points = new double[60][5];
        for (int i = 0; i < points.length; i++) {
            for (int d = 0; d < 5; d++) {
                points[i][d] = Math.sin(1.7 * i + 0.9 * d) * (1 + i % 3)
                        + Math.cos(0.37 * i * (d + 1))
                        + (i % 4 == 0 && d < 2 ? 5 : 0);
            }
        }
        return points;
    }

    private static List<Integer> order(double[] scores) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
        return Arrays.asList(order);
    }

    @Test
    void independentComponentsUnmixWhatWasMixed() {
        Random random = new Random(9);
        double[][] sources = new double[3_000][2];
        double[][] mixed = new double[3_000][2];
        for (int i = 0; i < sources.length; i++) {
            sources[i][0] = random.nextDouble() - 0.5;
            sources[i][1] = Math.signum(random.nextGaussian()) * -Math.log(1 - random.nextDouble());
            mixed[i][0] = 2 * sources[i][0] + sources[i][1];
            mixed[i][1] = sources[i][0] - 3 * sources[i][1];
        }

        double[][] found = IndependentComponents.of(mixed, 2, 1);

        for (int s = 0; s < 2; s++) {
            double best =
                    Math.max(Math.abs(correlation(sources, s, found, 0)), Math.abs(correlation(sources, s, found, 1)));
            assertThat(best).isGreaterThan(0.98);
        }
    }

    private static double correlation(double[][] a, int i, double[][] b, int j) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int n = 0; n < a.length; n++) {
            ab += a[n][i] * b[n][j];
            aa += a[n][i] * a[n][i];
            bb += b[n][j] * b[n][j];
        }
        return ab / Math.sqrt(aa * bb);
    }

    @Test
    void evidenceThatHasNothingToLookAtIsLeftOut() {
        Population bare = new Population(population().samples(), 2, null, null, 1);

        assertThat(WeakScores.percentiles(bare)).doesNotContainKeys("label-conflict", "training-dynamics");
        assertThat(WeakScores.percentiles(bare)).containsKeys("density", "mahalanobis");
    }
}
