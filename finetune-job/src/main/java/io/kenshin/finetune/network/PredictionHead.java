package io.kenshin.finetune.network;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.kenshin.codemodel.graph.Tensors;
import io.kenshin.codemodel.graph.TransformerLayers;
import java.util.Random;

/**
 * A linear classifier on the last layer, as nodes of the model's own graph: on the first token, or, where no first
 * token stands for the sample, on the mean of all tokens.
 */
final class PredictionHead {
    static final String LOGITS = "logits";
    static final String WEIGHT = "kenshin_head_weight";
    static final String BIAS = "kenshin_head_bias";
    private static final String SENTENCE = "kenshin_sentence";
    private static final double INITIAL_DEVIATION = 0.02;

    private PredictionHead() {}

    static boolean present(GraphProto graph) {
        return graph.getOutputList().stream()
                .anyMatch(output -> output.getName().equals(LOGITS));
    }

    /** Adds a freshly initialised head and the output {@value #LOGITS} [batch, labels]. */
    static ModelProto add(ModelProto model, TransformerLayers layers, int labels, boolean mean, long seed) {
        Random random = new Random(seed);
        float[] weights = new float[layers.hidden() * labels];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (random.nextGaussian() * INITIAL_DEVIATION);
        }
        GraphProto.Builder graph = model.getGraph().toBuilder();
        graph.addInitializer(Tensors.ofFloats(WEIGHT, weights, layers.hidden(), labels));
        graph.addInitializer(Tensors.ofFloats(BIAS, new float[labels], labels));
        if (mean) {
            mean(graph, layers.last());
        } else {
            graph.addInitializer(Tensors.ofLong("kenshin_first_token", 0));
            graph.addNode(node("Gather", SENTENCE, layers.last(), "kenshin_first_token")
                    .addAttribute(integer("axis", 1)));
        }
        graph.addNode(node("MatMul", "kenshin_head", SENTENCE, WEIGHT));
        graph.addNode(node("Add", LOGITS, "kenshin_head", BIAS));
        TensorShapeProto shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch"))
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(labels))
                .build();
        graph.addOutput(ValueInfoProto.newBuilder()
                .setName(LOGITS)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(shape))));
        return model.toBuilder().setGraph(graph).build();
    }

    /** The mean of the tokens that are not padding, by products alone: reductions differ between opsets. */
    private static void mean(GraphProto.Builder graph, String states) {
        graph.addInitializer(Tensors.ofLongs("kenshin_row", 0, 1, -1));
        graph.addInitializer(Tensors.ofLongs("kenshin_column", 0, -1, 1));
        graph.addInitializer(Tensors.ofLongs("kenshin_flat", 0, -1));
        graph.addNode(node("Cast", "kenshin_mask", "attention_mask")
                .addAttribute(integer("to", TensorProto.DataType.FLOAT.getNumber())));
        graph.addNode(node("Reshape", "kenshin_mask_row", "kenshin_mask", "kenshin_row"));
        graph.addNode(node("Reshape", "kenshin_mask_column", "kenshin_mask", "kenshin_column"));
        graph.addNode(node("MatMul", "kenshin_count", "kenshin_mask_row", "kenshin_mask_column"));
        graph.addNode(node("MatMul", "kenshin_sum", "kenshin_mask_row", states));
        graph.addNode(node("Div", "kenshin_mean", "kenshin_sum", "kenshin_count"));
        graph.addNode(node("Reshape", SENTENCE, "kenshin_mean", "kenshin_flat"));
    }

    private static AttributeProto.Builder integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value);
    }

    private static NodeProto.Builder node(String type, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(type)
                .setName(output)
                .addAllInput(java.util.List.of(inputs))
                .addOutput(output);
    }
}
