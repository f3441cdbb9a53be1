package io.kenshin.benchmarks.analysis;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Seeded vectors of two labels: each a mixture of eight clouds in 24 directions with noise in the others, and in
 * label 1 every fiftieth in a small dense cluster of its own. Little-endian floats [vector][dimension]; the label is
 * the number modulo 2.
 */
final class VectorFile {
    static final int DIMENSION = 384;

    private static final int CLOUDS = 8;
    private static final int DIRECTIONS = 24;
    private static final int EVERY = 100;

    private VectorFile() {}

    /** Whether it is one of the planted cluster. */
    static boolean isPlanted(long number) {
        return number % EVERY == 1;
    }

    static void write(Path file, int count, long seed) throws IOException {
        Random random = new Random(seed);
        float[][] directions = new float[DIRECTIONS][DIMENSION];
        for (float[] direction : directions) {
            fill(direction, random, 1 / Math.sqrt(DIMENSION));
        }
        float[][] centres = new float[2 * CLOUDS + 1][DIRECTIONS];
        for (float[] centre : centres) {
            fill(centre, random, 3);
        }
        ByteBuffer row = ByteBuffer.allocate(DIMENSION * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (int number = 0; number < count; number++) {
                boolean planted = isPlanted(number);
                float[] centre = centres[planted ? 2 * CLOUDS : number % 2 * CLOUDS + random.nextInt(CLOUDS)];
                float[] vector = new float[DIMENSION];
                for (int d = 0; d < DIRECTIONS; d++) {
                    float along = (float) (centre[d] + random.nextGaussian() * (planted ? 0.2 : 1));
                    for (int i = 0; i < DIMENSION; i++) {
                        vector[i] += along * directions[d][i];
                    }
                }
                row.clear();
                for (int i = 0; i < DIMENSION; i++) {
                    row.putFloat((float) (vector[i] + random.nextGaussian() * 0.05));
                }
                out.write(row.array());
            }
        }
    }

    private static void fill(float[] values, Random random, double scale) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * scale);
        }
    }

    /** What is done with each vector; the array is used again. */
    interface Each {
        void vector(int number, float[] values);
    }

    static void read(Path file, int count, Each each) throws IOException {
        byte[] bytes = new byte[DIMENSION * Float.BYTES];
        float[] values = new float[DIMENSION];
        try (InputStream raw = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(raw, 1 << 20))) {
            for (int number = 0; number < count; number++) {
                in.readFully(bytes);
                ByteBuffer.wrap(bytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .get(values);
                each.vector(number, values);
            }
        }
    }
}
