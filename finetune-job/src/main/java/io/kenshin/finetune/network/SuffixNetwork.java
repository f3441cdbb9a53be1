package io.kenshin.finetune.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import io.kenshin.codemodel.MaskGraph;
import io.kenshin.codemodel.graph.GraphIndex;
import io.kenshin.codemodel.graph.LayerFinder;
import io.kenshin.codemodel.graph.Tensors;
import io.kenshin.codemodel.graph.TransformerLayers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The upper layers and the head of an ONNX model as a network that can be trained: the graph's own operators are
 * interpreted over tensors with gradients, and the trained weights go back into the file under their own names.
 */
public final class SuffixNetwork implements AutoCloseable {
    private final ModelProto model;
    private final String cut;
    private final List<NodeProto> nodes;
    private final Map<String, NDArray> parameters = new LinkedHashMap<>();
    private final Map<String, Value> constants = new HashMap<>();
    private final FirstTokenShortcut shortcut;
    private final @Nullable MaskGraph mask;
    private final NDManager manager;
    private final int hidden;

    /**
     * @param frozen number of layers that stay as they are
     * @param labels classes; a head is added when the model has none
     * @param meanHead whether an added head reads the mean of all tokens instead of the first
     */
    public SuffixNetwork(ModelProto base, int frozen, int labels, boolean meanHead, long seed, NDManager parent) {
        manager = parent.newSubManager();
        TransformerLayers layers = LayerFinder.find(base.getGraph());
        if (frozen < 0 || frozen >= layers.layers()) {
            throw new IllegalArgumentException("frozen layers must be 0 to " + (layers.layers() - 1));
        }
        model = PredictionHead.present(base.getGraph())
                ? base
                : PredictionHead.add(base, layers, labels, meanHead, seed);
        hidden = layers.hidden();
        cut = layers.tensors().get(frozen);
        GraphIndex index = new GraphIndex(model.getGraph());
        List<NodeProto> all = needed(index);
        Set<String> trained = reachable(all, cut);
        nodes = all.stream()
                .filter(node -> trained.contains(node.getOutput(0)) || node.getInputCount() == 0)
                .toList();
        List<String> given = given(nodes, all);
        mask = given.isEmpty() ? null : new MaskGraph(model, given);
        shortcut = FirstTokenShortcut.find(index, layers);
        load(model.getGraph());
    }

    /** Name of the hidden state that this network starts from. */
    public String cut() {
        return cut;
    }

    public int hidden() {
        return hidden;
    }

    /** Trained weights by the name of their initialiser. */
    public Map<String, NDArray> parameters() {
        return parameters;
    }

    public boolean isHead(String parameter) {
        return parameter.equals(PredictionHead.WEIGHT) || parameter.equals(PredictionHead.BIAS);
    }

    /**
     * Runs a batch.
     *
     * @param states hidden states at the cut [batch, tokens, hidden]
     * @param lengths tokens of each sample; the rest is padding
     * @param step owner of all intermediate results
     * @return logits [batch, labels]
     */
    public NDArray logits(NDArray states, int[] lengths, NDManager step) {
        Operators operators = new Operators(step);
        Map<String, Value> values = new HashMap<>(constants);
        parameters.forEach((name, tensor) -> values.put(name, Value.of(tensor)));
        values.put(cut, Value.of(states));
        if (mask != null) {
            mask.run(lengths).forEach((name, computed) -> values.put(name, Value.of(computed, step)));
        }
        @Nullable Value first = null;
        for (NodeProto node : nodes) {
            List<Value> inputs = new ArrayList<>(node.getInputCount());
            for (String input : node.getInputList()) {
                Value value = values.get(input);
                if (value == null) {
                    throw new IllegalStateException("nothing computes " + input);
                }
                if (shortcut.applies(node, input)) {
                    if (first == null) {
                        NDArray token = value.tensor(step).get(":,0:1");
                        token.attach(step);
                        first = Value.of(token);
                    }
                    value = first;
                }
                inputs.add(value);
            }
            values.put(node.getOutput(0), operators.apply(node, inputs));
        }
        Value logits = values.get(PredictionHead.LOGITS);
        if (logits == null) {
            throw new IllegalStateException("the network computed no logits");
        }
        return logits.tensor(step);
    }

    /** The whole model with the weights as they are now. */
    public ModelProto export() {
        GraphProto.Builder graph = model.getGraph().toBuilder();
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            TensorProto tensor = graph.getInitializer(i);
            NDArray trained = parameters.get(tensor.getName());
            if (trained != null) {
                float[] values = trained.toFloatArray();
                ByteBuffer raw =
                        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                raw.asFloatBuffer().put(values);
                graph.setInitializer(
                        i, tensor.toBuilder().clearFloatData().setRawData(ByteString.copyFrom(raw.array())));
            }
        }
        return model.toBuilder().setGraph(graph).build();
    }

    private List<NodeProto> needed(GraphIndex index) {
        Set<String> wanted = new HashSet<>(Set.of(PredictionHead.LOGITS));
        List<NodeProto> all = index.nodes();
        List<NodeProto> result = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            NodeProto node = all.get(i);
            if (node.getOutputList().stream().anyMatch(wanted::contains)
                    && !node.getOutputList().contains(cut)) {
                result.add(0, node);
                wanted.addAll(node.getInputList());
            }
        }
        return result;
    }

    private static Set<String> reachable(List<NodeProto> nodes, String from) {
        Set<String> reached = new HashSet<>(Set.of(from));
        for (NodeProto node : nodes) {
            if (node.getInputList().stream().anyMatch(reached::contains)) {
                reached.addAll(node.getOutputList());
            }
        }
        return reached;
    }

    /** What the trained nodes read of the others: it depends on the mask only, so the runtime computes it. */
    private static List<String> given(List<NodeProto> trained, List<NodeProto> all) {
        Set<String> made = new HashSet<>();
        trained.forEach(node -> made.addAll(node.getOutputList()));
        Set<String> read = new TreeSet<>();
        trained.forEach(node -> read.addAll(node.getInputList()));
        read.removeAll(made);
        Set<String> others = new HashSet<>(Set.of("attention_mask"));
        all.forEach(node -> others.addAll(node.getOutputList()));
        read.retainAll(others);
        return List.copyOf(read);
    }

    private void load(GraphProto graph) {
        Set<String> read = new HashSet<>();
        nodes.forEach(node -> read.addAll(node.getInputList()));
        Operators operators = new Operators(manager);
        for (TensorProto tensor : graph.getInitializerList()) {
            if (!read.contains(tensor.getName())) {
                continue;
            }
            boolean weight = tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber()
                    && tensor.getDimsList().stream().anyMatch(dim -> dim > 1);
            if (weight) {
                long[] dims =
                        tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
                NDArray parameter = manager.create(Tensors.floats(tensor), new Shape(dims));
                parameter.setRequiresGradient(true);
                parameters.put(tensor.getName(), parameter);
            } else {
                constants.put(tensor.getName(), operators.constant(tensor));
            }
        }
    }

    @Override
    public void close() {
        if (mask != null) {
            mask.close();
        }
        manager.close();
    }
}
