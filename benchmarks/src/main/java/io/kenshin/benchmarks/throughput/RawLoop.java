package io.kenshin.benchmarks.throughput;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The limit: the untouched graph on tokens that are there already, in batches of like length over all cores, of which
 * only the last layer is computed and nothing is made.
 */
final class RawLoop implements AutoCloseable {
    private static final int BATCH = 4;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final ExecutorService workers;

    RawLoop(Path onnx, int threads) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = environment.createSession(onnx.toString(), options);
        }
        workers = Executors.newFixedThreadPool(threads);
    }

    /** @param tokens sorted by length */
    void run(List<long[]> tokens) throws InterruptedException, ExecutionException {
        List<Future<?>> running = new ArrayList<>();
        for (int from = 0; from < tokens.size(); from += BATCH) {
            List<long[]> batch = tokens.subList(from, Math.min(tokens.size(), from + BATCH));
            running.add(workers.submit(() -> {
                run(batch.toArray(long[][]::new));
                return null;
            }));
        }
        for (Future<?> batch : running) {
            batch.get();
        }
    }

    private void run(long[][] batch) throws OrtException {
        int longest = batch[batch.length - 1].length;
        long[] ids = new long[batch.length * longest];
        long[] mask = new long[ids.length];
        for (int row = 0; row < batch.length; row++) {
            System.arraycopy(batch[row], 0, ids, row * longest, batch[row].length);
            Arrays.fill(mask, row * longest, row * longest + batch[row].length, 1);
        }
        long[] shape = {batch.length, longest};
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (String name : session.getInputNames()) {
                long[] values =
                        name.equals("input_ids") ? ids : name.equals("attention_mask") ? mask : new long[ids.length];
                inputs.put(name, OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape));
            }
            session.run(inputs).close();
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    @Override
    public void close() throws OrtException {
        workers.shutdownNow();
        session.close();
    }
}
