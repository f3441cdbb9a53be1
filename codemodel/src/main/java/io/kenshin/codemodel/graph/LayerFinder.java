package io.kenshin.codemodel.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The search for the hidden states of a transformer in its graph, without relying on any name.
 *
 * <p>The part of the graph that carries the token representation runs from the embedding {@code Gather}
 * to the last hidden state. Sweeping it in topological order with the set of tensors still needed, a tensor
 * that is needed alone is a <em>cut</em>: everything later depends on the tokens through it. The hidden
 * state below attention l is the last cut before the l-th softmax; this holds for post-norm (BERT) and
 * pre-norm (T5, GPT) layers alike.
 */
public final class LayerFinder {
    private static final Set<String> TOKEN_DROPPING =
            Set.of("ReduceMean", "ReduceMax", "ReduceSum", "GlobalAveragePool");
    /** The softmax of an attention, or the whole attention where an optimiser has fused it. */
    private static final Set<String> ATTENTION =
            Set.of("Softmax", "Attention", "QAttention", "MultiHeadAttention", "GroupQueryAttention");

    private static final Set<String> PRODUCTS = Set.of("MatMul", "Gemm", "MatMulInteger", "QLinearMatMul");

    private LayerFinder() {}

    /** @throws CodeModelException when the graph is not a transformer over {@code input_ids} */
    public static TransformerLayers find(GraphProto graph) {
        GraphIndex index = new GraphIndex(graph);
        List<NodeProto> nodes = index.nodes();
        int start = embeddingGather(index);
        String first = nodes.get(start).getOutput(0);
        boolean[] fromStart = reachable(index, first);
        String end = lastHiddenState(graph, index, fromStart);
        boolean[] onPath = leadingTo(index, end, fromStart);
        int width = hiddenSize(index, nodes.get(start));
        int lastAttention = lastAttention(index, onPath);

        Map<String, Integer> pending = new HashMap<>();
        pending.put(first, readersOnPath(index, first, onPath));
        List<String> hidden = new ArrayList<>();
        String lastCut = first;
        long product = width;
        for (int i = 0; i < nodes.size(); i++) {
            if (!onPath[i] || i == start) {
                continue;
            }
            NodeProto node = nodes.get(i);
            if (ATTENTION.contains(node.getOpType())) {
                hidden.add(lastCut);
            }
            product = PRODUCTS.contains(node.getOpType()) ? outputWidth(index, node, product) : product;
            for (String input : new HashSet<>(node.getInputList())) {
                pending.computeIfPresent(input, (tensor, left) -> left == 1 ? null : left - 1);
            }
            for (String output : node.getOutputList()) {
                int readers = readersOnPath(index, output, onPath);
                if (readers > 0 || output.equals(end)) {
                    pending.put(output, Math.max(1, readers));
                }
            }
            if (pending.size() == 1) {
                if (i > lastAttention && product != width) {
                    // A decoder's head scores every token before it picks one: that is no hidden state.
                    end = lastCut;
                    break;
                }
                lastCut = pending.keySet().iterator().next();
            }
        }
        if (hidden.isEmpty()) {
            throw new CodeModelException("the graph has no attention between input_ids and its output");
        }
        hidden.add(end);
        if (new HashSet<>(hidden).size() != hidden.size()) {
            throw new CodeModelException("the layers of the graph cannot be told apart");
        }
        return new TransformerLayers(List.copyOf(hidden), width);
    }

    private static int embeddingGather(GraphIndex index) {
        Set<String> ids = new HashSet<>(Set.of("input_ids"));
        List<NodeProto> nodes = index.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            NodeProto node = nodes.get(i);
            if (node.getOpType().equals("Gather") && ids.contains(node.getInput(1))) {
                return i;
            }
            boolean passesOn = Set.of("Cast", "Reshape", "Identity").contains(node.getOpType());
            if (passesOn && ids.contains(node.getInput(0))) {
                ids.add(node.getOutput(0));
            }
        }
        throw new CodeModelException("the graph looks up no embedding of an input called input_ids");
    }

    private static int lastAttention(GraphIndex index, boolean[] among) {
        for (int i = index.nodes().size() - 1; i >= 0; i--) {
            if (among[i] && ATTENTION.contains(index.nodes().get(i).getOpType())) {
                return i;
            }
        }
        throw new CodeModelException("the graph has no attention (softmax) after its token embedding");
    }

    /** Length of the vectors that a product with a constant matrix gives; {@code otherwise} for other products. */
    private static long outputWidth(GraphIndex index, NodeProto node, long otherwise) {
        String matrix = node.getInput(node.getOpType().equals("QLinearMatMul") ? 3 : 1);
        TensorProto weights = index.initializer(matrix);
        NodeProto maker = index.producer(matrix);
        if (weights == null && maker != null && maker.getInputCount() > 0) {
            weights = index.initializer(maker.getInput(0));
        }
        if (weights == null || weights.getDimsCount() != 2) {
            return otherwise;
        }
        boolean transposed = GraphIndex.intAttribute(node, "transB", 0) == 1
                || (maker != null && maker.getOpType().equals("Transpose"));
        return weights.getDims(transposed ? 0 : 1);
    }

    private static int hiddenSize(GraphIndex index, NodeProto gather) {
        TensorProto table = index.initializer(gather.getInput(0));
        NodeProto maker = index.producer(gather.getInput(0));
        if (table == null && maker != null && maker.getInputCount() > 0) {
            table = index.initializer(maker.getInput(0));
        }
        if (table == null || table.getDimsCount() != 2) {
            throw new CodeModelException("the token embedding table is not a matrix inside the file");
        }
        return Math.toIntExact(table.getDims(1));
    }

    /** The last tensor that still has one vector per token. */
    private static String lastHiddenState(GraphProto graph, GraphIndex index, boolean[] fromStart) {
        List<NodeProto> nodes = index.nodes();
        int lastAttention = lastAttention(index, fromStart);
        boolean[] fromAttention = reachable(index, nodes.get(lastAttention).getOutput(0));
        for (int i = lastAttention + 1; i < nodes.size(); i++) {
            NodeProto node = nodes.get(i);
            if (fromAttention[i] && (dropsTokens(index, node) || weighsTokens(index, node, fromAttention))) {
                return node.getInput(node.getOpType().equals("MatMul") ? 1 : 0);
            }
        }
        for (ValueInfoProto output : graph.getOutputList()) {
            if (output.getName().equals("last_hidden_state")) {
                return output.getName();
            }
        }
        for (ValueInfoProto output : graph.getOutputList()) {
            NodeProto maker = index.producer(output.getName());
            if (maker != null && fromAttention[nodes.indexOf(maker)]) {
                return output.getName();
            }
        }
        throw new CodeModelException("no output of the graph follows its last attention");
    }

    private static boolean dropsTokens(GraphIndex index, NodeProto node) {
        if (node.getOpType().equals("GatherND") || node.getOpType().equals("ArgMax")) {
            return true;
        }
        if (node.getOpType().equals("Gather")) {
            return GraphIndex.intAttribute(node, "axis", 0) == 1;
        }
        if (TOKEN_DROPPING.contains(node.getOpType())) {
            AttributeProto axes = GraphIndex.attribute(node, "axes");
            if (axes != null) {
                return axes.getIntsList().equals(List.of(1L));
            }
            TensorProto given = node.getInputCount() > 1 ? index.initializer(node.getInput(1)) : null;
            return given != null && Tensors.longs(given).equals(List.of(1L));
        }
        if (node.getOpType().equals("Slice") && node.getInputCount() > 3) {
            TensorProto axes = index.initializer(node.getInput(3));
            return axes != null && Tensors.longs(axes).equals(List.of(1L));
        }
        return false;
    }

    /** A product of weights that owe nothing to the hidden states with the hidden states: a mean, say. */
    private static boolean weighsTokens(GraphIndex index, NodeProto node, boolean[] fromAttention) {
        if (!node.getOpType().equals("MatMul") || index.initializer(node.getInput(1)) != null) {
            return false;
        }
        int weights = index.position(node.getInput(0));
        int states = index.position(node.getInput(1));
        return states >= 0 && fromAttention[states] && (weights < 0 || !fromAttention[weights]);
    }

    private static boolean[] reachable(GraphIndex index, String from) {
        Set<String> carried = new HashSet<>(Set.of(from));
        List<NodeProto> nodes = index.nodes();
        boolean[] reached = new boolean[nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            NodeProto node = nodes.get(i);
            if (node.getOpType().equals("Shape")) {
                continue;
            }
            for (String input : node.getInputList()) {
                if (carried.contains(input)) {
                    reached[i] = true;
                    carried.addAll(node.getOutputList());
                    break;
                }
            }
        }
        return reached;
    }

    private static boolean[] leadingTo(GraphIndex index, String end, boolean[] among) {
        Set<String> needed = new HashSet<>(Set.of(end));
        List<NodeProto> nodes = index.nodes();
        boolean[] leads = new boolean[nodes.size()];
        for (int i = nodes.size() - 1; i >= 0; i--) {
            NodeProto node = nodes.get(i);
            for (String output : node.getOutputList()) {
                if (needed.contains(output) && (among[i] || isEmbedding(node, index))) {
                    leads[i] = true;
                    needed.addAll(node.getInputList());
                    break;
                }
            }
        }
        return leads;
    }

    private static boolean isEmbedding(NodeProto node, @Nullable GraphIndex index) {
        return index != null
                && node.getOpType().equals("Gather")
                && node == index.nodes().get(embeddingGather(index));
    }

    private static int readersOnPath(GraphIndex index, String tensor, boolean[] onPath) {
        int readers = 0;
        for (int reader : new HashSet<>(index.consumers(tensor))) {
            if (onPath[reader]) {
                readers++;
            }
        }
        return readers;
    }
}
