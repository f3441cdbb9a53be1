package io.kenshin.codemodel;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ai.onnxruntime.TensorInfo;
import io.kenshin.codemodel.graph.CodeModelException;
import io.kenshin.codemodel.graph.LayerFinder;
import io.kenshin.codemodel.graph.OnnxFile;
import io.kenshin.codemodel.graph.PoolingRewriter;
import io.kenshin.codemodel.graph.TransformerLayers;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.IntStream;

/**
 * A code model that can be looked into: pooled vectors of every layer and the logits of its head.
 *
 * <p>On the CPU one session with one thread per operator serves as many workers as there are cores, over small
 * batches of samples of like length; larger batches only lose cache. Safe for concurrent use.
 */
public final class CodeModel implements AutoCloseable {
    private static final int CPU_BATCH = 4;
    /** Tokens at a time on a GPU, however many samples they are. */
    private static final int CUDA_TOKENS = 16_384;

    private static final int POOLS = Pooling.values().length;

    private final ModelDescriptor descriptor;
    private final TransformerLayers layers;
    private final CodeTokenizer tokenizer;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final int count;
    private final ExecutorService workers;
    private final boolean cuda;
    private final boolean head;

    private CodeModel(ModelDescriptor descriptor, Device device, int threads) {
        this.descriptor = descriptor;
        // The weights stay in their file: the runtime maps them.
        ModelProto model = OnnxFile.skeleton(descriptor.onnx());
        layers = LayerFinder.find(model.getGraph());
        byte[] bytes = PoolingRewriter.rewrite(model, layers).toByteArray();
        boolean onCuda = device != Device.CPU && tryCuda(device);
        session = session(bytes, onCuda);
        head = hasHead(session);
        cuda = onCuda;
        tokenizer = new CodeTokenizer(descriptor.directory().resolve("tokenizer.json"), descriptor.maxTokens());
        ThreadFactory daemon = task -> {
            Thread thread = new Thread(task, "code-model");
            thread.setDaemon(true);
            return thread;
        };
        count = onCuda ? 1 : threads;
        workers = Executors.newFixedThreadPool(count, daemon);
    }

    /**
     * Loads a model directory.
     *
     * @param threads CPU workers; ignored on a GPU
     * @throws CodeModelException when a file is missing or broken, or CUDA is demanded and absent
     */
    public static CodeModel open(Path directory, Device device, int threads) {
        return new CodeModel(ModelDescriptor.read(directory), device, threads);
    }

    /** Whether this build and machine can run CUDA. */
    public static boolean cudaAvailable() {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.addCUDA(0);
            return true;
        } catch (OrtException | UnsatisfiedLinkError e) {
            return false;
        }
    }

    /**
     * Loads the graph, with fewer of the runtime's own rewrites where one of them fails: ONNX Runtime 1.23's fusion of
     * RMSNorm does, on half precision without a GPU.
     */
    private OrtSession session(byte[] graph, boolean onCuda) {
        try {
            return session(graph, onCuda, OptLevel.ALL_OPT);
        } catch (OrtException failed) {
            try {
                return session(graph, onCuda, OptLevel.BASIC_OPT);
            } catch (OrtException e) {
                failed.addSuppressed(e);
            }
            throw new CodeModelException(descriptor.onnx() + " cannot be loaded: " + failed.getMessage(), failed);
        }
    }

    private OrtSession session(byte[] graph, boolean onCuda, OptLevel level) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(level);
            // A worker that waits for its next batch must not spin on a core that another one needs.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.addConfigEntry(
                    "session.model_external_initializers_file_folder_path",
                    descriptor.directory().toAbsolutePath().toString());
            if (onCuda) {
                options.addCUDA(0);
            }
            return environment.createSession(graph, options);
        }
    }

    /** Logits of the whole sample are a matrix; a language model's are a vector for every token. */
    private static boolean hasHead(OrtSession session) {
        try {
            NodeInfo logits = session.getOutputInfo().get("logits");
            return logits != null && logits.getInfo() instanceof TensorInfo info && info.getShape().length == 2;
        } catch (OrtException e) {
            throw new CodeModelException("the outputs of the model cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean tryCuda(Device device) {
        boolean available = cudaAvailable();
        if (!available && device == Device.CUDA) {
            throw new CodeModelException("device cuda was demanded but is not available:"
                    + " build with -Pgpu and check the driver, or use auto");
        }
        return available;
    }

    public ModelDescriptor descriptor() {
        return descriptor;
    }

    public TransformerLayers layers() {
        return layers;
    }

    /** The device in use: cpu or cuda. */
    public String device() {
        return cuda ? "cuda" : "cpu";
    }

    /** Embeds samples; the result has the order of the input, and a failed sample carries its reason. */
    public List<Embedding> embed(List<String> codes) {
        return embed(codes, new DoubleAdder());
    }

    /**
     * The same, and what it took of the device.
     *
     * @param seconds to which is added for how long all workers together would have been busy; calls that run at the
     *     same time do not count each other's
     */
    public List<Embedding> embed(List<String> codes, DoubleAdder seconds) {
        long[][] tokens = new long[codes.size()][];
        int[] unread = new int[tokens.length];
        Embedding[] results = new Embedding[codes.size()];
        IntStream.range(0, tokens.length).parallel().forEach(i -> {
            try {
                CodeTokenizer.Encoded encoded = tokenizer.read(codes.get(i));
                tokens[i] = encoded.ids();
                unread[i] = encoded.unread();
            } catch (RuntimeException e) {
                results[i] = Embedding.failed("cannot be tokenised: " + e.getMessage());
            }
        });
        return embed(tokens, unread, results, seconds);
    }

    /** Embeds samples that are tokens already, special tokens among them. */
    public List<Embedding> embedTokens(List<long[]> samples) {
        return embed(
                samples.toArray(long[][]::new),
                new int[samples.size()],
                new Embedding[samples.size()],
                new DoubleAdder());
    }

    /** Token ids with the model's special tokens, cut to its longest input. */
    public long[] tokens(String code) {
        return tokenizer.encode(code);
    }

    private List<Embedding> embed(long[][] tokens, int[] unread, Embedding[] results, DoubleAdder seconds) {
        List<Future<?>> running = new ArrayList<>();
        for (List<Integer> batch : limits(tokens.length).of(tokens)) {
            running.add(workers.submit(() -> {
                long start = System.nanoTime();
                run(batch, tokens, unread, results);
                seconds.add((System.nanoTime() - start) / 1e9 / count);
            }));
        }
        for (Future<?> batch : running) {
            try {
                batch.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CodeModelException("interrupted while embedding", e);
            } catch (ExecutionException e) {
                throw new CodeModelException("embedding failed: " + e.getCause(), e);
            }
        }
        return Arrays.asList(results);
    }

    private Batches limits(int samples) {
        boolean sameLength = descriptor.padding() < 0;
        if (cuda) {
            return new Batches(Integer.MAX_VALUE, CUDA_TOKENS, sameLength);
        }
        // Few samples are somebody's question: every worker takes its part of it.
        int share = Math.max(1, (samples + count - 1) / count);
        return new Batches(Math.min(CPU_BATCH, share), Integer.MAX_VALUE, sameLength);
    }

    /**
     * Predicts labels.
     *
     * @return logits [sample][label]
     * @throws CodeModelException when the model has no head or a sample cannot be run
     */
    public float[][] logits(List<String> codes) {
        float[][] logits = new float[codes.size()][];
        List<Embedding> embeddings = embed(codes);
        for (int i = 0; i < logits.length; i++) {
            Embedding embedding = embeddings.get(i);
            if (embedding.error() != null) {
                throw new CodeModelException(embedding.error());
            }
            if (embedding.logits().length == 0) {
                throw new CodeModelException(descriptor.directory()
                        + " has no output called logits with one row per sample:"
                        + " export it with --task text-classification");
            }
            logits[i] = embedding.logits();
        }
        return logits;
    }

    private void run(List<Integer> batch, long[][] tokens, int[] unread, Embedding[] results) {
        long[][] ids = new long[batch.size()][];
        int longest = 0;
        for (int row = 0; row < ids.length; row++) {
            ids[row] = tokens[batch.get(row)];
            longest = Math.max(longest, ids[row].length);
        }
        float[] weights = new float[ids.length * POOLS * longest];
        for (int row = 0; row < ids.length; row++) {
            int length = ids[row].length;
            int sentence = descriptor.lastTokenStands() ? length - 1 : 0;
            weights[(row * POOLS + Pooling.SENTENCE.ordinal()) * longest + sentence] = 1f;
            int mean = (row * POOLS + Pooling.MEAN.ordinal()) * longest;
            Arrays.fill(weights, mean, mean + length, 1f / length);
        }
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            inputs.putAll(ModelInputs.of(environment, session.getInputNames(), ids, Math.max(0, descriptor.padding())));
            inputs.put(
                    PoolingRewriter.WEIGHTS,
                    OnnxTensor.createTensor(
                            environment, FloatBuffer.wrap(weights), new long[] {batch.size(), POOLS, longest}));
            Set<String> wanted = head ? Set.of(PoolingRewriter.POOLED, "logits") : Set.of(PoolingRewriter.POOLED);
            try (OrtSession.Result result = session.run(inputs, wanted)) {
                FloatBuffer pooled = floats(result, PoolingRewriter.POOLED);
                int width = pooled.remaining() / batch.size();
                FloatBuffer logits = head ? floats(result, "logits") : FloatBuffer.allocate(0);
                int labels = logits.remaining() / batch.size();
                for (int row = 0; row < batch.size(); row++) {
                    float[] vectors = new float[width];
                    float[] scores = new float[labels];
                    pooled.get(vectors);
                    logits.get(scores);
                    int sample = batch.get(row);
                    results[sample] = new Embedding(vectors, scores, tokens[sample].length, unread[sample], null);
                }
            }
        } catch (OrtException e) {
            for (int sample : batch) {
                results[sample] = Embedding.failed("the model failed: " + e.getMessage());
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static FloatBuffer floats(OrtSession.Result result, String name) {
        OnnxTensor tensor = (OnnxTensor) result.get(name).orElseThrow();
        return tensor.getFloatBuffer();
    }

    @Override
    public void close() {
        workers.shutdownNow();
        tokenizer.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new CodeModelException("cannot close the session", e);
        }
    }
}
