package io.kenshin.codemodel.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The edges of an ONNX graph: who makes a tensor, who reads it, and an order in which nodes can run. */
public final class GraphIndex {
    private final List<NodeProto> nodes;
    private final Map<String, Integer> producer = new HashMap<>();
    private final Map<String, List<Integer>> consumers = new HashMap<>();
    private final Map<String, TensorProto> initializers = new HashMap<>();

    public GraphIndex(GraphProto graph) {
        for (TensorProto tensor : graph.getInitializerList()) {
            initializers.put(tensor.getName(), tensor);
        }
        nodes = topological(graph.getNodeList());
        for (int i = 0; i < nodes.size(); i++) {
            for (String output : nodes.get(i).getOutputList()) {
                producer.put(output, i);
            }
            for (String input : nodes.get(i).getInputList()) {
                consumers.computeIfAbsent(input, k -> new ArrayList<>()).add(i);
            }
        }
    }

    /** Nodes in an order in which each comes after what it reads. */
    public List<NodeProto> nodes() {
        return nodes;
    }

    public @Nullable NodeProto producer(String tensor) {
        Integer index = producer.get(tensor);
        return index == null ? null : nodes.get(index);
    }

    /** Position in {@link #nodes()} of the maker of a tensor; -1 for inputs and constants. */
    public int position(String tensor) {
        return producer.getOrDefault(tensor, -1);
    }

    /** Positions in {@link #nodes()} of the readers of a tensor. */
    public List<Integer> consumers(String tensor) {
        return consumers.getOrDefault(tensor, List.of());
    }

    public @Nullable TensorProto initializer(String tensor) {
        return initializers.get(tensor);
    }

    /** A constant by its name, also where an exporter has made one weight stand for several equal ones. */
    public @Nullable TensorProto constant(String tensor) {
        NodeProto maker = producer(tensor);
        return maker != null && maker.getOpType().equals("Identity")
                ? constant(maker.getInput(0))
                : initializer(tensor);
    }

    public static @Nullable AttributeProto attribute(NodeProto node, String name) {
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attribute.getName().equals(name)) {
                return attribute;
            }
        }
        return null;
    }

    public static long intAttribute(NodeProto node, String name, long otherwise) {
        AttributeProto attribute = attribute(node, name);
        return attribute == null ? otherwise : attribute.getI();
    }

    private static List<NodeProto> topological(List<NodeProto> given) {
        Map<String, Integer> makers = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            for (String output : given.get(i).getOutputList()) {
                makers.put(output, i);
            }
        }
        int[] missing = new int[given.size()];
        List<List<Integer>> readers = new ArrayList<>();
        given.forEach(node -> readers.add(new ArrayList<>()));
        for (int i = 0; i < given.size(); i++) {
            for (String input : given.get(i).getInputList()) {
                Integer maker = makers.get(input);
                if (maker != null) {
                    readers.get(maker).add(i);
                    missing[i]++;
                }
            }
        }
        Deque<Integer> ready = new ArrayDeque<>();
        for (int i = 0; i < missing.length; i++) {
            if (missing[i] == 0) {
                ready.add(i);
            }
        }
        NodeProto[] ordered = new NodeProto[given.size()];
        int count = 0;
        while (!ready.isEmpty()) {
            int next = ready.remove();
            ordered[count++] = given.get(next);
            for (int reader : readers.get(next)) {
                if (--missing[reader] == 0) {
                    ready.add(reader);
                }
            }
        }
        if (count != given.size()) {
            throw new CodeModelException("the graph has a cycle: it cannot be run in any order");
        }
        return Arrays.asList(ordered);
    }
}
