package io.kenshin.contracts.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorCodecTest {
    @Test
    void aBatchComesBackWithHalfPrecision() {
        // Given
        Random random = new Random(7);
        float[][] vectors = new float[2][5];
        for (float[] vector : vectors) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) random.nextGaussian();
            }
        }
        VectorBatch.Row good = new VectorBatch.Row(
                "id1", "mine", null, "clean", "int a() {\n return 1; // ü\n}", vectors, new float[] {1.25f, -2f}, null);
        VectorBatch.Row bad =
                new VectorBatch.Row("id2", null, "repo", "defective", "x", null, new float[0], "could not be read");
        VectorBatch batch = new VectorBatch(
                "s-1", 3, List.of("layer_00_sentence", "layer_00_mean"), 5, 2, "cpu", 1.5, List.of(good, bad));

        // When
        VectorBatch back = VectorCodec.decode(VectorCodec.encode(batch));

        // Then
        assertThat(back.scanId()).isEqualTo("s-1");
        assertThat(back.chunk()).isEqualTo(3);
        assertThat(back.views()).isEqualTo(batch.views());
        assertThat(back.dimension()).isEqualTo(5);
        assertThat(back.labels()).isEqualTo(2);
        VectorBatch.Row first = back.rows().get(0);
        assertThat(first.code()).isEqualTo(good.code());
        assertThat(first.externalId()).isEqualTo("mine");
        assertThat(first.source()).isNull();
        assertThat(first.logits()).containsExactly(1.25f, -2f);
        for (int view = 0; view < 2; view++) {
            for (int i = 0; i < 5; i++) {
                float expected = vectors[view][i];
                assertThat(first.vectors()[view][i]).isCloseTo(expected, within(Math.abs(expected) * 0x1p-10f + 1e-7f));
            }
        }
        VectorBatch.Row second = back.rows().get(1);
        assertThat(second.vectors()).isNull();
        assertThat(second.error()).isEqualTo("could not be read");
        assertThat(second.logits()).isEmpty();
    }

    @Test
    void whatIsNoBatchIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> VectorCodec.decode(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));
    }
}
