package io.kenshin.benchmarks.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kenshin.detection.maths.Ranks;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeparabilityTest {
    private static double[][] vectors(double shift, boolean[] apart) {
        Random random = new Random(8);
        double[][] vectors = new double[400][6];
        for (int i = 0; i < vectors.length; i++) {
            apart[i] = random.nextInt(8) == 0;
            for (int d = 0; d < 6; d++) {
                vectors[i][d] = random.nextGaussian() + (apart[i] && d == 2 ? shift : 0);
            }
        }
        return vectors;
    }

    @Test
    void whatLiesApartIsSeenAndWhatDoesNotIsNot() {
        boolean[] apart = new boolean[400];

        Separability far = Separability.of(vectors(12, apart), apart);
        Separability none = Separability.of(vectors(0, apart), apart);

        assertThat(far.auc()).isGreaterThan(0.999);
        assertThat(far.silhouette()).isGreaterThan(0.5);
        assertThat(none.auc()).isCloseTo(0.5, within(0.15));
        assertThat(none.silhouette()).isCloseTo(0, within(0.1));
    }

    @Test
    void theAreaIsThePartOfPairsInTheRightOrder() {
        // (0.9 > 0.1), (0.9 > 0.5), (0.5 > 0.1) right; (0.5, 0.5) a tie: 3.5 of 4.
        assertThat(Ranks.auc(new double[] {0.9, 0.5, 0.5, 0.1}, new boolean[] {true, true, false, false}))
                .isEqualTo(3.5 / 4);
    }

    @Test
    void theConclusionsSayAlsoWhatContradictsThePaper() {
        Separability near = new Separability(0.1, 0.6);
        List<String> conclusions = Conclusions.of(
                List.of(new Result.Layer(0, near, near)), List.of(new Result.Projection(6, "key", 0.04, 0.01, 0, 0)));

        assertThat(String.join("\n", conclusions))
                .contains("Contrary to the paper: the last layer")
                .contains("consistently more");
    }
}
