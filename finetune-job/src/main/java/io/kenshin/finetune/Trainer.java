package io.kenshin.finetune;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.onnx.proto.OnnxMl.ModelProto;
import io.kenshin.codemodel.CodeTokenizer;
import io.kenshin.codemodel.HiddenStates;
import io.kenshin.codemodel.ModelDescriptor;
import io.kenshin.codemodel.graph.OnnxFile;
import io.kenshin.finetune.data.Batches;
import io.kenshin.finetune.data.StateCache;
import io.kenshin.finetune.data.TrainingSample;
import io.kenshin.finetune.network.AdamW;
import io.kenshin.finetune.network.SuffixNetwork;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The training of a model's upper layers and head on labelled code. ONNX in, ONNX out; seeded. */
public final class Trainer {
    private static final double WARM_UP = 0.1;

    private final TrainingRecipe recipe;
    private final int threads;
    private final TrainingListener listener;
    private final Scratch scratch = new Scratch();

    /** @param threads for the frozen layers; the trained ones use the engine's own setting */
    public Trainer(TrainingRecipe recipe, int threads, TrainingListener listener) {
        this.recipe = recipe;
        this.threads = threads;
        this.listener = listener;
    }

    /**
     * Trains.
     *
     * @param labels names of the classes in the order of the logits
     * @param output file to write the trained model to
     */
    public void train(Path base, List<TrainingSample> samples, List<String> labels, Path output) {
        ModelDescriptor descriptor = ModelDescriptor.read(base);
        ModelProto model = OnnxFile.read(descriptor.onnx());
        try (NDManager manager = NDManager.newBaseManager("PyTorch");
                SuffixNetwork network = network(descriptor, model, labels.size(), manager);
                StateCache cache = states(descriptor, model, network, samples)) {
            fit(network, cache, targets(samples, labels), labels.size(), samples, manager);
            OnnxFile.write(network.export(), output);
        }
    }

    private SuffixNetwork network(ModelDescriptor descriptor, ModelProto model, int labels, NDManager manager) {
        int layers =
                io.kenshin.codemodel.graph.LayerFinder.find(model.getGraph()).layers();
        int frozen = Math.max(0, layers - recipe.trainedLayers());
        return new SuffixNetwork(model, frozen, labels, descriptor.lastTokenStands(), recipe.seed(), manager);
    }

    private StateCache states(
            ModelDescriptor descriptor, ModelProto model, SuffixNetwork network, List<TrainingSample> samples) {
        List<long[]> tokens = new ArrayList<>(samples.size());
        try (CodeTokenizer tokenizer =
                        new CodeTokenizer(descriptor.directory().resolve("tokenizer.json"), descriptor.maxTokens());
                HiddenStates states = new HiddenStates(model, network.cut())) {
            samples.forEach(sample -> tokens.add(tokenizer.encode(sample.code())));
            return StateCache.compute(
                    tokens, states, network.hidden(), threads, done -> listener.prepared(done, samples.size()));
        }
    }

    private static int[] targets(List<TrainingSample> samples, List<String> labels) {
        int[] targets = new int[samples.size()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = labels.indexOf(samples.get(i).label());
            if (targets[i] < 0) {
                throw new IllegalArgumentException("sample " + samples.get(i).id() + " has the unknown label '"
                        + samples.get(i).label() + "'; known are " + labels);
            }
        }
        return targets;
    }

    private void fit(
            SuffixNetwork network,
            StateCache cache,
            int[] targets,
            int labels,
            List<TrainingSample> samples,
            NDManager manager) {
        Random random = new Random(recipe.seed());
        Fit fit = new Fit(network, cache, targets, labels, new AdamW(manager), manager);
        int perEpoch = (targets.length + recipe.batch() - 1) / recipe.batch();
        int total = perEpoch * recipe.epochs();
        int step = 0;
        for (int epoch = 1; epoch <= recipe.epochs(); epoch++) {
            float[] losses = new float[targets.length];
            int right = 0;
            int seen = 0;
            for (List<Integer> batch : Batches.shuffle(cache, targets.length, recipe.batch(), random)) {
                right += step(fit, batch, schedule(step++, total), losses);
                seen += batch.size();
                listener.progress(
                        epoch, recipe.epochs(), seen, targets.length, mean(losses, seen), (double) right / seen);
            }
            listener.epoch(epoch, recipe.epochs(), samples, losses, (double) right / seen);
        }
    }

    private static double mean(float[] losses, int seen) {
        double sum = 0;
        for (float loss : losses) {
            sum += loss;
        }
        return sum / Math.max(1, seen);
    }

    /** Linear warm-up, then linear decay to zero. */
    private static double schedule(int step, int total) {
        double warmUp = Math.max(1, total * WARM_UP);
        return step < warmUp ? (step + 1) / warmUp : Math.max(0, (total - step) / (total - warmUp));
    }

    /** What stays the same from step to step. */
    @SuppressWarnings("ArrayRecordComponent") // handed over, not shared
    private record Fit(
            SuffixNetwork network, StateCache cache, int[] targets, int labels, AdamW optimizer, NDManager manager) {}

    private int step(Fit fit, List<Integer> batch, double schedule, float[] losses) {
        SuffixNetwork network = fit.network();
        int labels = fit.labels();
        try (NDManager scope = fit.manager().newSubManager()) {
            int longest = batch.stream().mapToInt(fit.cache()::tokens).max().orElseThrow();
            int width = longest * network.hidden();
            ByteBuffer states = scratch.cleared(batch.size() * width * Float.BYTES);
            int[] lengths = new int[batch.size()];
            float[] wanted = new float[batch.size() * labels];
            for (int row = 0; row < batch.size(); row++) {
                int sample = batch.get(row);
                fit.cache().read(sample, states, row * width * Float.BYTES);
                lengths[row] = fit.cache().tokens(sample);
                wanted[row * labels + fit.targets()[sample]] = 1f;
            }
            NDArray hidden = scope.create(states, new Shape(batch.size(), longest, network.hidden()), DataType.FLOAT32);
            NDArray oneHot = scope.create(wanted, new Shape(batch.size(), labels));
            NDArray perSample;
            NDArray logits;
            try (GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
                logits = network.logits(hidden, lengths, scope);
                perSample = logits.logSoftmax(-1).mul(oneHot).sum(new int[] {1}).neg();
                gradients.backward(perSample.mean());
            }
            fit.optimizer().next();
            for (Map.Entry<String, NDArray> parameter : network.parameters().entrySet()) {
                double rate = network.isHead(parameter.getKey()) ? recipe.headRate() : recipe.rate();
                // Each call hands out a new handle that would keep this step's gradient alive until the end.
                try (NDArray gradient = parameter.getValue().getGradient()) {
                    fit.optimizer().update(parameter.getKey(), parameter.getValue(), gradient, rate * schedule, scope);
                    gradient.muli(0);
                }
            }
            float[] batchLosses = perSample.toFloatArray();
            float[] scores = logits.toFloatArray();
            int right = 0;
            for (int row = 0; row < batch.size(); row++) {
                losses[batch.get(row)] = batchLosses[row];
                int best = 0;
                for (int label = 1; label < labels; label++) {
                    if (scores[row * labels + label] > scores[row * labels + best]) {
                        best = label;
                    }
                }
                right += best == fit.targets()[batch.get(row)] ? 1 : 0;
            }
            return right;
        }
    }
}
