package io.kenshin.finetune.network;

import ai.onnx.proto.OnnxMl.NodeProto;
import io.kenshin.codemodel.graph.GraphIndex;
import io.kenshin.codemodel.graph.TransformerLayers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The part of the last layer that needs only the first token, because the head reads no other.
 *
 * <p>Keys and values need all tokens; the query, the residual and everything above need one. That makes the last
 * layer about six times cheaper to train and changes no result.
 *
 * @param state the hidden state that enters the last layer
 * @param nodes outputs of the readers of that state that may be given its first token only
 */
record FirstTokenShortcut(String state, Set<String> nodes) {

    static FirstTokenShortcut find(GraphIndex index, TransformerLayers layers) {
        String state = layers.tensors().get(layers.layers() - 1);
        Set<String> narrowed = new HashSet<>();
        if (readsFirstTokenOnly(index, layers.last())) {
            for (int reader : index.consumers(state)) {
                NodeProto node = index.nodes().get(reader);
                if (!node.getOpType().equals("Shape") && !feedsKeysOrValues(index, node)) {
                    narrowed.add(node.getOutput(0));
                }
            }
        }
        return new FirstTokenShortcut(state, narrowed);
    }

    boolean applies(NodeProto node, String input) {
        return input.equals(state) && nodes.contains(node.getOutput(0));
    }

    private static boolean readsFirstTokenOnly(GraphIndex index, String last) {
        List<Integer> readers = index.consumers(last);
        return !readers.isEmpty()
                && readers.stream()
                        .map(index.nodes()::get)
                        .allMatch(node -> node.getOpType().equals("Gather")
                                && GraphIndex.intAttribute(node, "axis", 0) == 1
                                && isZero(index, node.getInput(1)));
    }

    private static boolean isZero(GraphIndex index, String tensor) {
        var constant = index.initializer(tensor);
        if (constant == null) {
            NodeProto maker = index.producer(tensor);
            var value = maker == null ? null : GraphIndex.attribute(maker, "value");
            constant = value == null ? null : value.getT();
        }
        return constant != null
                && io.kenshin.codemodel.graph.Tensors.longs(constant).equals(List.of(0L));
    }

    /** Follows a projection until it meets another computed tensor: keys and values are second in a product. */
    private static boolean feedsKeysOrValues(GraphIndex index, NodeProto from) {
        NodeProto node = from;
        while (true) {
            String output = node.getOutput(0);
            NodeProto next = null;
            for (int reader : index.consumers(output)) {
                NodeProto candidate = index.nodes().get(reader);
                if (!candidate.getOpType().equals("Shape")) {
                    next = candidate;
                    break;
                }
            }
            if (next == null) {
                return false;
            }
            boolean product = next.getOpType().equals("MatMul")
                    && index.producer(next.getInput(0)) != null
                    && index.producer(next.getInput(1)) != null;
            if (product) {
                return next.getInput(1).equals(output);
            }
            if (List.of("Softmax", "ReduceMean", "Sub", "LayerNormalization").contains(next.getOpType())) {
                return false;
            }
            node = next;
        }
    }
}
