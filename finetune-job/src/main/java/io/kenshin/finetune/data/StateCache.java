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
    public static StateCache compute(
            List<long[]> tokens, HiddenStates states, int hidden, int threads, IntConsumer done) {
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
                            ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.nativeOrder());
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

    /** Reads a sample's states [tokens, hidden] into {@code target} from byte {@code at} on. */
    public void read(int sample, ByteBuffer target, int at) {
        ByteBuffer part = target.slice(at, lengths[sample] * hidden * Float.BYTES);
        try {
            while (part.hasRemaining()) {
                if (file.read(part, offsets[sample] + part.position()) < 0) {
                    throw new IOException("the file is shorter than it was");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the frozen layers' output", e);
        }
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
