package io.kenshin.codemodel.graph;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The constant tensors of an ONNX graph, read and made. */
public final class Tensors {
    private Tensors() {}

    public static List<Long> longs(TensorProto tensor) {
        List<Long> values = new ArrayList<>(tensor.getInt64DataList());
        ByteBuffer raw = raw(tensor);
        boolean narrow = tensor.getDataType() == TensorProto.DataType.INT32.getNumber();
        while (raw.hasRemaining()) {
            values.add(narrow ? raw.getInt() : raw.getLong());
        }
        tensor.getInt32DataList().forEach(value -> values.add(value.longValue()));
        return values;
    }

    public static float[] floats(TensorProto tensor) {
        if (tensor.getDataType() != TensorProto.DataType.FLOAT.getNumber()) {
            throw new CodeModelException(
                    "weight '" + tensor.getName() + "' is not float32: only models in full precision can be trained");
        }
        if (tensor.getFloatDataCount() > 0) {
            float[] values = new float[tensor.getFloatDataCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = tensor.getFloatData(i);
            }
            return values;
        }
        float[] values = new float[tensor.getRawData().size() / Float.BYTES];
        raw(tensor).asFloatBuffer().get(values);
        return values;
    }

    public static TensorProto ofFloats(String name, float[] values, long... dims) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return typed(name, TensorProto.DataType.FLOAT, dims)
                .setRawData(ByteString.copyFrom(raw.array()))
                .build();
    }

    public static TensorProto ofLong(String name, long value) {
        return typed(name, TensorProto.DataType.INT64).addInt64Data(value).build();
    }

    public static TensorProto ofLongs(String name, long... values) {
        TensorProto.Builder tensor = typed(name, TensorProto.DataType.INT64, values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        return tensor.build();
    }

    private static TensorProto.Builder typed(String name, TensorProto.DataType type, long... dims) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type.getNumber());
        for (long dim : dims) {
            tensor.addDims(dim);
        }
        return tensor;
    }

    private static ByteBuffer raw(TensorProto tensor) {
        return tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }
}
