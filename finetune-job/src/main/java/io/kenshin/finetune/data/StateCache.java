package io.kenshin.finetune.data;

import io.kenshin.codemodel.HiddenStates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/**
 * The frozen layers' output for every sample, computed once and kept in a file, so that memory does not grow with
 * the data set.
 */
public final class StateCache implements AutoCloseable {
    private final FileChannel file;
    private final Path path;
    private final long[] offsets;
    private final int[] lengths;
    private final int hidden;

    private StateCache(FileChannel file, Path path, int samples, int hidden) {
        this.file = file;
        this.path = path;
        this.offsets = new long[samples];
        this.lengths = new int[samples];
        this.hidden = hidden;
    }

    /** @param done is told the number of samples computed so far */
    public static StateCache compute(List<long[]> tokens, HiddenStates states, int hidden, int threads, IntConsumer done) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            Path path = Files.createTempFile("kenshin-states", ".bin");
            FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            StateCache cache = new StateCache(file, path, tokens.size(), hidden);
            AtomicLong end = new AtomicLong();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < tokens.size(); i++) {
                int sample = i;
                running.add(workers.submit(() -> {
                    float[] values = states.run(tokens.get(sample));
                    ByteBuffer bytes =
                            ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                    bytes.asFloatBuffer().put(values);
                    cache.offsets[sample] = end.getAndAdd(bytes.capacity());
                    cache.lengths[sample] = tokens.get(sample).length;
                    file.write(bytes, cache.offsets[sample]);
                    return null;
                }));
            }
            for (int i = 0; i < running.size(); i++) {
                running.get(i).get();
                done.accept(i + 1);
            }
            return cache;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the frozen layers' output", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the frozen layers failed: " + e.getCause(), e);
        } finally {
            workers.shutdownNow();
        }
    }

    public int tokens(int sample) {
        return lengths[sample];
    }

    /** Copies a sample's states [tokens, hidden] into {@code target} at {@code offset}. */
    public void read(int sample, float[] target, int offset) {
        ByteBuffer bytes = ByteBuffer.allocate(lengths[sample] * hidden * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (bytes.hasRemaining() && file.read(bytes, offsets[sample] + bytes.position()) > 0) {
                // until all of it is read
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the frozen layers' output", e);
        }
        bytes.flip().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(target, offset, lengths[sample] * hidden);
    }

    @Override
    public void close() {
        try {
            file.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
