package io.kenshin.audit.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;

class ParameterComparisonTest {
    @Test
    void theSpectralNormIsTheLargestSingularValue() {
        Random random = new Random(5);
        float[] weights = new float[12 * 7];
        DMatrixRMaj matrix = new DMatrixRMaj(12, 7);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian();
            matrix.data[i] = weights[i];
        }
        var svd = DecompositionFactory_DDRM.svd(12, 7, false, false, true);
        svd.decompose(matrix);
        SingularOps_DDRM.descendingOrder(null, false, svd.getSingularValues(), 7, null, false);

        assertThat(ParameterComparison.spectralNorm(new AttentionWeights.Projection("w", weights, 7, null)))
                .isCloseTo(svd.getSingularValues()[0], within(0.02));
    }

    @Test
    void theDistanceOfDistributionsIsThatOfTheTextbook() {
        // Half of the second sample lies above all of the first.
        assertThat(ParameterComparison.kolmogorovSmirnov(new float[] {1, 2, 3, 4}, new float[] {1, 2, 10, 20}))
                .isEqualTo(0.5);
        assertThat(ParameterComparison.kolmogorovSmirnov(new float[] {1, 1, 2}, new float[] {2, 1, 1}))
                .isZero();
        assertThat(ParameterComparison.kolmogorovSmirnov(new float[] {1}, new float[] {2, 3}))
                .isEqualTo(1);
    }
}
