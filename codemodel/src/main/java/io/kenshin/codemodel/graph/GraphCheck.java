package io.kenshin.codemodel.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a graph is one that Kenshin can run and may run: a stranger's file is data until this has passed. */
final class GraphCheck {
    static final int OLDEST_OPSET = 11;
    static final int NEWEST_OPSET = 21;

    private static final Set<String> DOMAINS = Set.of("", "ai.onnx", "com.microsoft");
    private static final Set<String> INPUTS = Set.of("input_ids", "attention_mask", "token_type_ids", "position_ids");
    /** Operators whose result is as large as a number in the file says. */
    private static final Map<String, List<Integer>> SIZED_BY_INPUT =
            Map.of("ConstantOfShape", List.of(0), "Expand", List.of(1), "Tile", List.of(1), "Range", List.of(1));

    private static final long MOST_ELEMENTS = 1L << 26;

    private GraphCheck() {}

    /** @throws CodeModelException with the reason, naming the node or tensor */
    static void check(ModelProto model) {
        opsets(model);
        GraphProto graph = model.getGraph();
        if (model.getTrainingInfoCount() > 0 || graph.getSparseInitializerCount() > 0) {
            throw new CodeModelException("the file has training steps or sparse weights: export it for inference");
        }
        Set<String> made = new HashSet<>();
        Map<String, TensorProto> constants = new HashMap<>();
        for (TensorProto tensor : graph.getInitializerList()) {
            if (!made.add(tensor.getName())) {
                throw new CodeModelException("there are two tensors called '" + tensor.getName() + "'");
            }
            constants.put(tensor.getName(), tensor);
        }
        inputs(graph, made);
        for (NodeProto node : graph.getNodeList()) {
            node(node, made, constants);
        }
        for (NodeProto node : graph.getNodeList()) {
            size(node, constants);
        }
    }

    private static void opsets(ModelProto model) {
        for (OperatorSetIdProto set : model.getOpsetImportList()) {
            boolean standard = set.getDomain().isEmpty() || set.getDomain().equals("ai.onnx");
            if (standard && (set.getVersion() < OLDEST_OPSET || set.getVersion() > NEWEST_OPSET)) {
                throw new CodeModelException("the model uses opset " + set.getVersion() + "; usable are " + OLDEST_OPSET
                        + " to " + NEWEST_OPSET + ": export it again with --opset 17");
            }
        }
    }

    private static void inputs(GraphProto graph, Set<String> constants) {
        for (ValueInfoProto input : graph.getInputList()) {
            String name = input.getName();
            if (constants.contains(name)) {
                continue;
            }
            if (name.startsWith("past_key_values") || name.equals("use_cache_branch")) {
                throw new CodeModelException("the model has the input '" + name
                        + "' of a text generator's cache: export it with --task text-classification or"
                        + " feature-extraction");
            }
            if (!INPUTS.contains(name)) {
                throw new CodeModelException("the model has the unknown input '" + name + "'; known are input_ids,"
                        + " attention_mask, token_type_ids and position_ids. Of an encoder-decoder take the encoder");
            }
            int type = input.getType().getTensorType().getElemType();
            if (type != TensorProto.DataType.INT64.getNumber()) {
                throw new CodeModelException("the input '" + name + "' is not of type int64");
            }
        }
    }

    private static void node(NodeProto node, Set<String> made, Map<String, TensorProto> constants) {
        if (!DOMAINS.contains(node.getDomain())) {
            throw new CodeModelException("node '" + node.getName() + "' is the custom operator " + node.getDomain()
                    + ":" + node.getOpType() + ", which would need a library of its own");
        }
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attribute.hasG() || attribute.getGraphsCount() > 0) {
                throw new CodeModelException("node '" + node.getName() + "' (" + node.getOpType()
                        + ") holds a graph of its own: a model with control flow, such as a merged decoder, cannot be"
                        + " used; export it with --task text-classification or feature-extraction");
            }
            if (attribute.hasT() && attribute.getT().getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
                throw new CodeModelException("node '" + node.getName() + "' has its constant outside the file");
            }
        }
        for (String output : node.getOutputList()) {
            if (!output.isEmpty() && !made.add(output)) {
                throw new CodeModelException("there are two tensors called '" + output + "'");
            }
        }
        AttributeProto value = GraphIndex.attribute(node, "value");
        if (node.getOpType().equals("Constant") && value != null && value.hasT()) {
            constants.put(node.getOutput(0), value.getT());
        }
    }

    private static void size(NodeProto node, Map<String, TensorProto> constants) {
        for (int index : SIZED_BY_INPUT.getOrDefault(node.getOpType(), List.of())) {
            TensorProto size = index < node.getInputCount() ? constants.get(node.getInput(index)) : null;
            if (size == null || size.getDataType() != TensorProto.DataType.INT64.getNumber()) {
                continue;
            }
            long elements = 1;
            for (long dim : Tensors.longs(size)) {
                elements = dim > MOST_ELEMENTS ? dim : elements * Math.max(1, dim);
                if (elements > MOST_ELEMENTS) {
                    throw new CodeModelException("node '" + node.getName() + "' (" + node.getOpType()
                            + ") asks for a tensor of " + Tensors.longs(size) + " elements");
                }
            }
        }
    }
}
