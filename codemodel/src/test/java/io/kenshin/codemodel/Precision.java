package io.kenshin.codemodel;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import io.kenshin.codemodel.graph.Tensors;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the usual converters make of a float32 graph: all of it in half precision, or its products in int8. */
enum Precision {
    FP32 {
        @Override
        ModelProto of(ModelProto model) {
            return model;
        }
    },
    /** Weights, constants and casts become float16, outputs too, as an export with {@code --dtype fp16} has them. */
    FP16 {
        @Override
        ModelProto of(ModelProto model) {
            GraphProto.Builder graph = model.getGraph().toBuilder();
            for (int i = 0; i < graph.getInitializerCount(); i++) {
                graph.setInitializer(i, half(graph.getInitializer(i)));
            }
            for (NodeProto.Builder node : graph.getNodeBuilderList()) {
                for (AttributeProto.Builder attribute : node.getAttributeBuilderList()) {
                    if (attribute.hasT()) {
                        attribute.setT(half(attribute.getT()));
                    }
                    if (attribute.getName().equals("to") && attribute.getI() == FLOAT) {
                        attribute.setI(HALF);
                    }
                }
            }
            graph.getOutputBuilderList()
                    .forEach(output ->
                            output.getTypeBuilder().getTensorTypeBuilder().setElemType((int) HALF));
            graph.clearValueInfo();
            return model.toBuilder().setGraph(graph).build();
        }
    },
    /** Dynamic quantisation: each product with a constant matrix becomes a product of integers and a scale. */
    INT8 {
        @Override
        ModelProto of(ModelProto model) {
            Map<String, TensorProto> weights = new LinkedHashMap<>();
            model.getGraph().getInitializerList().forEach(tensor -> weights.put(tensor.getName(), tensor));
            GraphProto.Builder graph = model.getGraph().toBuilder().clearNode().clearInitializer();
            for (NodeProto node : model.getGraph().getNodeList()) {
                TensorProto matrix = node.getOpType().equals("MatMul") ? weights.get(node.getInput(1)) : null;
                if (matrix == null) {
                    graph.addNode(node);
                } else {
                    quantise(graph, node, matrix);
                    weights.remove(matrix.getName());
                }
            }
            weights.values().forEach(graph::addInitializer);
            return model.toBuilder().setGraph(graph).build();
        }
    };

    private static final long FLOAT = TensorProto.DataType.FLOAT.getNumber();
    private static final long HALF = TensorProto.DataType.FLOAT16.getNumber();

    abstract ModelProto of(ModelProto model);

    private static TensorProto half(TensorProto tensor) {
        if (tensor.getDataType() != FLOAT) {
            return tensor;
        }
        float[] values = Tensors.floats(tensor);
        ByteBuffer raw = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            float bounded = Math.max(-65504f, Math.min(65504f, value));
            raw.putShort(ai.onnxruntime.platform.Fp16Conversions.floatToFp16(bounded));
        }
        return tensor.toBuilder()
                .clearFloatData()
                .setDataType((int) HALF)
                .setRawData(ByteString.copyFrom(raw.array()))
                .build();
    }

    private static void quantise(GraphProto.Builder graph, NodeProto product, TensorProto matrix) {
        float[] values = Tensors.floats(matrix);
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        byte[] quantised = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            quantised[i] = (byte) Math.round(values[i] / largest * 127);
        }
        String name = product.getOutput(0) + "_int8";
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name + "_weight")
                .addAllDims(matrix.getDimsList())
                .setDataType(TensorProto.DataType.INT8.getNumber())
                .setRawData(ByteString.copyFrom(quantised)));
        graph.addInitializer(Tensors.ofFloats(name + "_weight_scale", new float[] {largest / 127}));
        graph.addNode(node("DynamicQuantizeLinear", product.getInput(0))
                .addOutput(name + "_q")
                .addOutput(name + "_scale")
                .addOutput(name + "_zero"));
        graph.addNode(node("MatMulInteger", name + "_q", name + "_weight", name + "_zero")
                .addOutput(name + "_sum"));
        graph.addNode(node("Cast", name + "_sum")
                .addOutput(name + "_float")
                .addAttribute(AttributeProto.newBuilder()
                        .setName("to")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(FLOAT)));
        graph.addNode(node("Mul", name + "_scale", name + "_weight_scale").addOutput(name + "_scales"));
        graph.addNode(node("Mul", name + "_float", name + "_scales").addOutput(product.getOutput(0)));
    }

    private static NodeProto.Builder node(String type, String... inputs) {
        return NodeProto.newBuilder().setOpType(type).addAllInput(java.util.List.of(inputs));
    }
}
