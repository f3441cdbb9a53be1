package io.kenshin.codemodel.graph;

import ai.onnx.proto.OnnxMl.TensorProto;

/** Whether a constant tensor holds what its dimensions say. */
final class TensorCheck {
    private TensorCheck() {}

    /**
     * Checks one tensor.
     *
     * @param skipped bytes of its payload that were not read
     * @throws CodeModelException naming the tensor
     */
    static void check(TensorProto tensor, long skipped) {
        long wanted = bytes(tensor);
        if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
            if (skipped > 0) {
                throw new CodeModelException("tensor '" + tensor.getName() + "' has its data in two places");
            }
            return;
        }
        long held = skipped + tensor.getRawData().size();
        if (held == 0) {
            int size = elementSize(tensor);
            held = Math.max(
                            Math.max(tensor.getFloatDataCount(), tensor.getInt32DataCount()),
                            Math.max(
                                    Math.max(tensor.getInt64DataCount(), tensor.getDoubleDataCount()),
                                    tensor.getUint64DataCount()))
                    * (long) size;
        }
        if (held != wanted) {
            throw new CodeModelException("tensor '" + tensor.getName() + "' holds " + held
                    + " bytes where its dimensions " + tensor.getDimsList() + " need " + wanted);
        }
    }

    /** Bytes that the dimensions ask for. */
    static long bytes(TensorProto tensor) {
        long elements = 1;
        for (long dim : tensor.getDimsList()) {
            elements = dim < 0 || dim > Integer.MAX_VALUE ? Long.MAX_VALUE : elements * dim;
            if (elements > Integer.MAX_VALUE) {
                throw new CodeModelException("tensor '" + tensor.getName() + "' has the dimensions "
                        + tensor.getDimsList() + ": more than 2^31 elements");
            }
        }
        return elements * elementSize(tensor);
    }

    private static int elementSize(TensorProto tensor) {
        TensorProto.DataType type = TensorProto.DataType.forNumber(tensor.getDataType());
        return switch (type == null ? TensorProto.DataType.UNDEFINED : type) {
            case UINT8, INT8, BOOL -> 1;
            case UINT16, INT16, FLOAT16, BFLOAT16 -> 2;
            case FLOAT, INT32, UINT32 -> 4;
            case DOUBLE, INT64, UINT64 -> 8;
            default ->
                throw new CodeModelException("tensor '" + tensor.getName() + "' has the element type "
                        + tensor.getDataType() + ", which no code model needs");
        };
    }
}
