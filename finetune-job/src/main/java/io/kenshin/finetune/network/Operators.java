package io.kenshin.finetune.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.kenshin.codemodel.graph.GraphIndex;
import io.kenshin.codemodel.graph.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The ONNX operators that transformer encoders are made of, over tensors that record their gradients. */
final class Operators {
    private final NDManager manager;

    /** @param manager owner of every result; closing it frees them */
    Operators(NDManager manager) {
        this.manager = manager;
    }

    /** @throws UnsupportedOperationException naming the operator that is not known */
    Value apply(NodeProto node, List<Value> in) {
        Value result = compute(node, in);
        if (result.tensor() != null) {
            // A result belongs to its first operand's manager, which for a weight is the whole training: leak.
            result.tensor().attach(manager);
        }
        return result;
    }

    private Value compute(NodeProto node, List<Value> in) {
        return switch (node.getOpType()) {
            case "Add" -> binary(in, NDArray::add, Long::sum);
            case "Sub" -> binary(in, NDArray::sub, (a, b) -> a - b);
            case "Mul" -> binary(in, NDArray::mul, (a, b) -> a * b);
            case "Div" -> binary(in, NDArray::div, Math::floorDiv);
            case "Pow" -> Value.of(tensor(in, 0).pow(tensor(in, 1)));
            case "Relu" -> Value.of(Activation.relu(tensor(in, 0)));
            case "Reciprocal" -> Value.of(tensor(in, 0).pow(-1));
            case "Sqrt" -> Value.of(tensor(in, 0).sqrt());
            case "Erf" -> Value.of(tensor(in, 0).erf());
            case "Tanh" -> Value.of(tensor(in, 0).tanh());
            case "MatMul" -> Value.of(tensor(in, 0).matMul(tensor(in, 1)));
            case "Gemm" -> gemm(node, in);
            case "Softmax" -> Value.of(tensor(in, 0).softmax((int) GraphIndex.intAttribute(node, "axis", -1)));
            case "ReduceMean" -> reduceMean(node, in);
            case "LayerNormalization" -> layerNormalization(node, in);
            case "Transpose" -> Value.of(tensor(in, 0).transpose(ints(attribute(node, "perm"))));
            case "Cast" -> cast(node, in.get(0));
            case "Identity", "Dropout" -> in.get(0);
            case "Constant" -> constant(attribute(node, "value").getT());
            case "Shape" -> Value.of(tensor(in, 0).getShape().getShape());
            case "Gather" -> gather(node, in);
            case "Concat" -> concat(node, in);
            case "Unsqueeze" -> unsqueeze(node, in);
            case "Reshape" -> reshape(in);
            default ->
                throw new UnsupportedOperationException("the trainer does not know the operator " + node.getOpType()
                        + " of node " + node.getName() + ": heal this model with a trainer of your own");
        };
    }

    /** A constant of the graph: small integers stay integers, the rest becomes a tensor. */
    Value constant(TensorProto tensor) {
        if (tensor.getDataType() == TensorProto.DataType.INT64.getNumber()
                || tensor.getDataType() == TensorProto.DataType.INT32.getNumber()) {
            long[] values =
                    Tensors.longs(tensor).stream().mapToLong(Long::longValue).toArray();
            return tensor.getDimsCount() == 0 ? Value.ofScalar(values[0]) : Value.of(values);
        }
        long[] dims = tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
        return Value.of(manager.create(Tensors.floats(tensor), new Shape(dims)));
    }

    private interface LongOperator {
        long apply(long a, long b);
    }

    private interface TensorOperator {
        NDArray apply(NDArray a, NDArray b);
    }

    private Value binary(List<Value> in, TensorOperator tensors, LongOperator longs) {
        Value a = in.get(0);
        Value b = in.get(1);
        if (a.isTensor() || b.isTensor()) {
            return Value.of(tensors.apply(tensor(in, 0), tensor(in, 1)));
        }
        long[] left = a.ints();
        long[] right = b.ints();
        long[] result = new long[Math.max(left.length, right.length)];
        for (int i = 0; i < result.length; i++) {
            result[i] = longs.apply(left[left.length == 1 ? 0 : i], right[right.length == 1 ? 0 : i]);
        }
        return new Value(null, result, a.scalar() && b.scalar());
    }

    private Value gemm(NodeProto node, List<Value> in) {
        NDArray b = tensor(in, 1);
        NDArray weights = GraphIndex.intAttribute(node, "transB", 0) == 1 ? b.transpose() : b;
        weights.attach(manager);
        NDArray product = tensor(in, 0).matMul(weights);
        return Value.of(in.size() > 2 ? product.add(tensor(in, 2)) : product);
    }

    private Value reduceMean(NodeProto node, List<Value> in) {
        int[] axes = in.size() > 1 ? ints(in.get(1).ints()) : ints(attribute(node, "axes"));
        return Value.of(tensor(in, 0).mean(axes, GraphIndex.intAttribute(node, "keepdims", 1) == 1));
    }

    private Value layerNormalization(NodeProto node, List<Value> in) {
        AttributeProto epsilon = GraphIndex.attribute(node, "epsilon");
        NDArray input = tensor(in, 0);
        NDArray centred = input.sub(input.mean(new int[] {-1}, true));
        NDArray variance = centred.mul(centred).mean(new int[] {-1}, true);
        NDArray normal = centred.div(
                variance.add(epsilon == null ? 1e-5 : epsilon.getF()).sqrt());
        NDArray scaled = normal.mul(tensor(in, 1));
        return Value.of(in.size() > 2 ? scaled.add(tensor(in, 2)) : scaled);
    }

    private Value cast(NodeProto node, Value value) {
        if (!value.isTensor()) {
            long to = GraphIndex.intAttribute(node, "to", 1);
            return to == TensorProto.DataType.FLOAT.getNumber() ? Value.of(value.tensor(manager)) : value;
        }
        boolean integers = GraphIndex.intAttribute(node, "to", 1) != TensorProto.DataType.FLOAT.getNumber();
        return Value.of(value.tensor(manager).toType(integers ? DataType.INT64 : DataType.FLOAT32, false));
    }

    private Value gather(NodeProto node, List<Value> in) {
        int axis = (int) GraphIndex.intAttribute(node, "axis", 0);
        Value data = in.get(0);
        Value indices = in.get(1);
        if (!data.isTensor()) {
            long[] picked = new long[indices.ints().length];
            for (int i = 0; i < picked.length; i++) {
                int index = (int) indices.ints()[i];
                picked[i] = data.ints()[index < 0 ? index + data.ints().length : index];
            }
            return new Value(null, picked, indices.scalar());
        }
        NDArray tensor = data.tensor(manager);
        if (!indices.scalar()) {
            throw new UnsupportedOperationException("Gather of several rows in the trained part");
        }
        long size = tensor.getShape().get(axis);
        long index = indices.ints()[0] < 0 ? indices.ints()[0] + size : indices.ints()[0];
        StringBuilder slice = new StringBuilder(":,".repeat(axis)).append(index);
        return Value.of(tensor.get(slice.toString()));
    }

    private Value concat(NodeProto node, List<Value> in) {
        if (in.stream().noneMatch(Value::isTensor)) {
            return Value.of(in.stream()
                    .flatMapToLong(value -> Arrays.stream(value.ints()))
                    .toArray());
        }
        NDArray result = tensor(in, 0);
        for (int i = 1; i < in.size(); i++) {
            result = result.concat(tensor(in, i), (int) GraphIndex.intAttribute(node, "axis", 0));
        }
        return Value.of(result);
    }

    private Value unsqueeze(NodeProto node, List<Value> in) {
        Value value = in.get(0);
        if (!value.isTensor()) {
            return Value.of(value.ints());
        }
        int[] axes = in.size() > 1 ? ints(in.get(1).ints()) : ints(attribute(node, "axes"));
        Arrays.sort(axes);
        NDArray result = value.tensor(manager);
        for (int axis : axes) {
            result = result.expandDims(axis);
            result.attach(manager);
        }
        return Value.of(result);
    }

    private Value reshape(List<Value> in) {
        NDArray tensor = tensor(in, 0);
        long[] wanted = in.get(1).ints();
        long[] dims = new long[wanted.length];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = wanted[i] == 0 ? tensor.getShape().get(i) : wanted[i];
        }
        return Value.of(tensor.reshape(new Shape(dims)));
    }

    private NDArray tensor(List<Value> in, int index) {
        return in.get(index).tensor(manager);
    }

    private static AttributeProto attribute(NodeProto node, String name) {
        AttributeProto attribute = GraphIndex.attribute(node, name);
        if (attribute == null) {
            throw new UnsupportedOperationException(node.getOpType() + " without " + name);
        }
        return attribute;
    }

    private static int[] ints(AttributeProto attribute) {
        List<Long> values = new ArrayList<>(attribute.getIntsList());
        return values.stream().mapToInt(Math::toIntExact).toArray();
    }

    private static int[] ints(long[] values) {
        return Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
    }
}
