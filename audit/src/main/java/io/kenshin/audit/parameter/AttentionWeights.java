package io.kenshin.audit.parameter;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.kenshin.codemodel.graph.GraphIndex;
import io.kenshin.codemodel.graph.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The projections of every attention, found by where they lead: the two factors in front of a softmax are queries and
 * keys, what the softmax is multiplied with are values.
 */
final class AttentionWeights {
    private static final int FARTHEST = 40;
    private static final Set<String> PRODUCTS = Set.of("MatMul", "Gemm");

    private final GraphIndex index;

    private AttentionWeights(GraphIndex index) {
        this.index = index;
    }

    /**
     * A projection.
     *
     * @param weight matrix, flattened
     * @param columns of the matrix
     * @param bias null when there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Projection(String name, float[] weight, int columns, float @Nullable [] bias) {}

    /** Projections by layer (from 0) and by kind: query, key, value; qkv where one matrix makes all three. */
    static List<Map<String, Projection>> of(GraphProto graph) {
        AttentionWeights finder = new AttentionWeights(new GraphIndex(graph));
        List<Map<String, Projection>> layers = new ArrayList<>();
        for (NodeProto node : finder.index.nodes()) {
            if (node.getOpType().equals("Softmax")) {
                Map<String, Projection> layer = finder.layer(node);
                if (!layer.isEmpty()) {
                    layers.add(layer);
                }
            }
        }
        return layers;
    }

    private Map<String, Projection> layer(NodeProto softmax) {
        Map<String, Projection> layer = new TreeMap<>();
        NodeProto scores = back(softmax.getInput(0), true);
        if (scores == null) {
            return layer;
        }
        Projection query = projection(scores.getInput(0));
        Projection key = projection(scores.getInput(1));
        Projection value = null;
        for (int reader : index.consumers(softmax.getOutput(0))) {
            NodeProto product = index.nodes().get(reader);
            if (product.getOpType().equals("MatMul")) {
                value = projection(product.getInput(1));
            }
        }
        if (query != null && key != null && query.name().equals(key.name())) {
            layer.put("qkv", query);
            return layer;
        }
        put(layer, "query", query);
        put(layer, "key", key);
        put(layer, "value", value);
        return layer;
    }

    private static void put(Map<String, Projection> layer, String kind, @Nullable Projection projection) {
        if (projection != null) {
            layer.put(kind, projection);
        }
    }

    /** The next product behind a tensor: of two computed tensors, or with a constant matrix. */
    private @Nullable NodeProto back(String tensor, boolean computed) {
        String at = tensor;
        for (int step = 0; step < FARTHEST; step++) {
            NodeProto node = index.producer(at);
            if (node == null) {
                return null;
            }
            if (PRODUCTS.contains(node.getOpType()) && (weights(node) == null) == computed) {
                return node;
            }
            at = next(node);
        }
        return null;
    }

    /** The input that a computation comes from: not a bias, a mask or a shape. */
    private String next(NodeProto node) {
        for (String input : node.getInputList()) {
            NodeProto maker = index.producer(input);
            boolean constant = maker == null || maker.getOpType().equals("Constant");
            if (!constant && leadsToProduct(input)) {
                return input;
            }
        }
        return node.getInput(0);
    }

    private boolean leadsToProduct(String tensor) {
        String at = tensor;
        for (int step = 0; step < FARTHEST; step++) {
            NodeProto node = index.producer(at);
            if (node == null || node.getInputCount() == 0 || node.getOpType().equals("Shape")) {
                return false;
            }
            if (PRODUCTS.contains(node.getOpType())) {
                return true;
            }
            String first = node.getInput(0);
            NodeProto maker = index.producer(first);
            boolean constant = maker == null || maker.getOpType().equals("Constant");
            at = constant && node.getInputCount() > 1 ? node.getInput(1) : first;
        }
        return false;
    }

    private @Nullable Projection projection(String tensor) {
        NodeProto product = back(tensor, false);
        TensorProto weight = product == null ? null : weights(product);
        if (product == null || weight == null || weight.getDataType() != TensorProto.DataType.FLOAT.getNumber()) {
            return null;
        }
        return new Projection(
                weight.getName(),
                Tensors.floats(weight),
                Math.toIntExact(weight.getDims(1)),
                bias(product, Math.toIntExact(weight.getDims(1))));
    }

    private float @Nullable [] bias(NodeProto product, int columns) {
        if (product.getInputCount() > 2) {
            TensorProto third = index.constant(product.getInput(2));
            return third == null ? null : Tensors.floats(third);
        }
        for (int reader : index.consumers(product.getOutput(0))) {
            NodeProto add = index.nodes().get(reader);
            if (add.getOpType().equals("Add")) {
                for (String input : add.getInputList()) {
                    TensorProto constant = index.constant(input);
                    if (constant != null && constant.getDimsCount() == 1 && constant.getDims(0) == columns) {
                        return Tensors.floats(constant);
                    }
                }
            }
        }
        return null;
    }

    private @Nullable TensorProto weights(NodeProto product) {
        TensorProto weight = index.constant(product.getInput(1));
        return weight != null && weight.getDimsCount() == 2 ? weight : null;
    }
}
