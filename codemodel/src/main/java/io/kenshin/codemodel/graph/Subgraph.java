package io.kenshin.codemodel.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The part of a graph that some of its tensors need. */
public final class Subgraph {
    private Subgraph() {}

    /** The model with these tensors as its outputs, without the nodes and weights that they do not need. */
    public static ModelProto upTo(ModelProto model, Collection<String> tensors) {
        GraphProto whole = model.getGraph();
        Set<String> wanted = new HashSet<>(tensors);
        List<NodeProto> nodes = new GraphIndex(whole).nodes();
        GraphProto.Builder part =
                whole.toBuilder().clearNode().clearInitializer().clearOutput().clearInput();
        java.util.ArrayDeque<NodeProto> kept = new java.util.ArrayDeque<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (nodes.get(i).getOutputList().stream().anyMatch(wanted::contains)) {
                kept.addFirst(nodes.get(i));
                wanted.addAll(nodes.get(i).getInputList());
            }
        }
        part.addAllNode(kept);
        for (TensorProto weight : whole.getInitializerList()) {
            if (wanted.contains(weight.getName())) {
                part.addInitializer(weight);
            }
        }
        for (ValueInfoProto input : whole.getInputList()) {
            if (wanted.contains(input.getName())) {
                part.addInput(input);
            }
        }
        tensors.forEach(tensor -> part.addOutput(ValueInfoProto.newBuilder().setName(tensor)));
        return model.toBuilder().setGraph(part).build();
    }
}
