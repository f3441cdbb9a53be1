package io.kenshin.contracts.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;
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
                "id1",
                "mine",
                null,
                "clean",
                "int a() {\n return 1; // ü\n}",
                "java",
                vectors,
                new float[] {1.25f, -2f},
                null);
        VectorBatch.Row bad = new VectorBatch.Row(
                "id2", null, "repo", "defective", "x", null, null, new float[0], "could not be read");
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
        assertThat(back.reading()).isNull();
        VectorBatch.Row first = back.rows().get(0);
        assertThat(first.code()).isEqualTo(good.code());
        assertThat(first.externalId()).isEqualTo("mine");
        assertThat(first.source()).isNull();
        assertThat(first.language()).isEqualTo("java");
        assertThat(first.logits()).containsExactly(1.25f, -2f);
        for (int view = 0; view < 2; view++) {
            for (int i = 0; i < 5; i++) {
                float expected = vectors[view][i];
                assertThat(first.vectors()[view][i]).isCloseTo(expected, within(Math.abs(expected) * 0x1p-10f + 1e-7f));
            }
        }
        VectorBatch.Row second = back.rows().get(1);
        assertThat(second.language()).isNull();
        assertThat(second.vectors()).isNull();
        assertThat(second.error()).isEqualTo("could not be read");
        assertThat(second.logits()).isEmpty();
    }

    @Test
    void howFarSamplesWereReadTravelsWithThem() {
        VectorBatch.Reading reading = new VectorBatch.Reading(512, 2, 3_000_000_000L);
        VectorBatch batch = batch("java");

        VectorBatch back = VectorCodec.decode(VectorCodec.encode(
                new VectorBatch(batch.scanId(), 0, batch.views(), 1, 1, "cpu", 1, batch.rows(), reading)));

        assertThat(back.reading()).isEqualTo(reading);
    }

    @Test
    void aBatchInWhichNobodyNamesALanguageHasNoColumnForIt() throws IOException {
        byte[] named = VectorCodec.encode(batch("java"));
        byte[] unnamed = VectorCodec.encode(batch(null));

        assertThat(columns(named)).endsWith("logits", "language");
        assertThat(columns(unnamed)).endsWith("logits");
        assertThat(VectorCodec.decode(unnamed).rows().get(0).language()).isNull();
        assertThat(VectorCodec.decode(unnamed).views()).containsExactly("layer_00_mean");
    }

    private static VectorBatch batch(@Nullable String language) {
        VectorBatch.Row row = new VectorBatch.Row(
                "id", null, null, "clean", "x", language, new float[][] {{1}}, new float[] {0}, null);
        return new VectorBatch("s-1", 0, List.of("layer_00_mean"), 1, 1, "cpu", 1, List.of(row));
    }

    private static List<String> columns(byte[] stream) throws IOException {
        try (RootAllocator allocator = new RootAllocator();
                ArrowStreamReader reader = new ArrowStreamReader(new ByteArrayInputStream(stream), allocator)) {
            return reader.getVectorSchemaRoot().getSchema().getFields().stream()
                    .map(Field::getName)
                    .toList();
        }
    }

    @Test
    void whatIsNoBatchIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> VectorCodec.decode(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));
    }
}
