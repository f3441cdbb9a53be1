package io.kenshin.finetune.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.kenshin.codemodel.MaskGraph;
import org.jspecify.annotations.Nullable;

/**
 * A value on an edge of the graph: a tensor, or integers of the shape arithmetic that exporters leave in it.
 *
 * @param tensor the tensor, or null for integers
 * @param integers the integers, or null for a tensor
 * @param scalar whether the integers are one number of rank 0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Value(@Nullable NDArray tensor, long @Nullable [] integers, boolean scalar) {
    static Value of(NDArray tensor) {
        return new Value(tensor, null, false);
    }

    static Value of(long... integers) {
        return new Value(null, integers, false);
    }

    static Value ofScalar(long integer) {
        return new Value(null, new long[] {integer}, true);
    }

    /** Integers of a vector stay integers, the rest becomes a tensor of {@code manager}. */
    static Value of(MaskGraph.Computed computed, NDManager manager) {
        long[] integers = computed.integers();
        if (integers != null && computed.shape().length < 2) {
            return new Value(null, integers, computed.shape().length == 0);
        }
        Shape shape = new Shape(computed.shape());
        return of(integers != null ? manager.create(integers, shape) : manager.create(computed.floats(), shape));
    }

    boolean isTensor() {
        return tensor != null;
    }

    /** The tensor; integers become a float tensor in {@code manager}. */
    NDArray tensor(NDManager manager) {
        if (tensor != null) {
            return tensor;
        }
        float[] floats = new float[ints().length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = ints()[i];
        }
        return manager.create(floats, scalar ? new Shape() : new Shape(floats.length));
    }

    long[] ints() {
        if (integers != null) {
            return integers;
        }
        if (tensor == null) {
            throw new IllegalStateException("an empty value");
        }
        return tensor.toLongArray();
    }
}
