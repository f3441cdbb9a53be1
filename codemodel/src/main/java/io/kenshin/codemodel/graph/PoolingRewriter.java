package io.kenshin.codemodel.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/**
 * The addition of pooling to a graph, so that only one vector per layer and pooling leaves the session.
 *
 * <p>A new input {@value #WEIGHTS} [batch, k, tokens] holds k weightings of the tokens; each hidden state is
 * multiplied by it and the results are joined in the output {@value #POOLED} [batch, layers × k, hidden],
 * layer by layer.
 */
public final class PoolingRewriter {
    public static final String WEIGHTS = "kenshin_pool_weights";
    public static final String POOLED = "kenshin_pooled";

    private PoolingRewriter() {}

    public static ModelProto rewrite(ModelProto model, TransformerLayers layers) {
        GraphProto.Builder graph = model.getGraph().toBuilder();
        graph.addInput(floatTensor(WEIGHTS, List.of("batch", "pools", "tokens")));
        NodeProto.Builder join = NodeProto.newBuilder()
                .setOpType("Concat")
                .setName(POOLED)
                .addOutput(POOLED)
                .addAttribute(AttributeProto.newBuilder()
                        .setName("axis")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(1));
        // The runtime runs what was added last first: so each state is pooled, and its memory free, before the next is
        // made.
        for (int layer = layers.tensors().size() - 1; layer >= 0; layer--) {
            String pooled = pooled(layer);
            // A graph of half precision has half-precision states; where they are float32 the runtime drops the cast.
            graph.addNode(NodeProto.newBuilder()
                    .setOpType("Cast")
                    .setName(pooled + "_float")
                    .addInput(layers.tensors().get(layer))
                    .addOutput(pooled + "_float")
                    .addAttribute(AttributeProto.newBuilder()
                            .setName("to")
                            .setType(AttributeProto.AttributeType.INT)
                            .setI(TensorProto.DataType.FLOAT.getNumber())));
            graph.addNode(NodeProto.newBuilder()
                    .setOpType("MatMul")
                    .setName(pooled)
                    .addInput(WEIGHTS)
                    .addInput(pooled + "_float")
                    .addOutput(pooled));
        }
        for (int layer = 0; layer < layers.tensors().size(); layer++) {
            join.addInput(pooled(layer));
        }
        graph.addNode(join);
        graph.addOutput(floatTensor(POOLED, List.of("batch", "layers_pools", "hidden")));
        return model.toBuilder().setGraph(graph).build();
    }

    private static String pooled(int layer) {
        return POOLED + "_" + layer;
    }

    static ValueInfoProto floatTensor(String name, List<String> dims) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        dims.forEach(dim -> shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(dim)));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(shape)))
                .build();
    }
}
