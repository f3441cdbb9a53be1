package io.kenshin.codemodel;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.kenshin.codemodel.graph.CodeModelException;
import io.kenshin.codemodel.graph.Subgraph;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a graph computes from the lengths of a batch's samples alone, whatever their tokens: attention biases,
 * relative positions, shapes.
 */
public final class MaskGraph implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final List<String> tensors;

    /**
     * A tensor.
     *
     * @param shape its dimensions
     * @param floats its values when they are real, else null
     * @param integers its values when they are integers or true (1) and false (0), else null
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    public record Computed(long[] shape, float @Nullable [] floats, long @Nullable [] integers) {}

    /** @param tensors names of what to compute; none may depend on a hidden state */
    public MaskGraph(ModelProto model, List<String> tensors) {
        this.tensors = List.copyOf(tensors);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(Subgraph.upTo(model, tensors).toByteArray(), options);
        } catch (OrtException e) {
            throw new CodeModelException("the model's mask cannot be computed alone: " + e.getMessage(), e);
        }
    }

    /**
     * Computes the tensors of one batch.
     *
     * @param lengths tokens of each sample
     */
    public Map<String, Computed> run(int[] lengths) {
        long[][] ids = new long[lengths.length][];
        for (int row = 0; row < ids.length; row++) {
            ids[row] = new long[lengths[row]];
        }
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            inputs.putAll(ModelInputs.of(environment, session.getInputNames(), ids, 0));
            try (OrtSession.Result result = session.run(inputs)) {
                Map<String, Computed> computed = new HashMap<>();
                for (String name : tensors) {
                    computed.put(name, copy((OnnxTensor) result.get(name).orElseThrow()));
                }
                return computed;
            }
        } catch (OrtException e) {
            throw new CodeModelException("the model's mask failed: " + e.getMessage(), e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static Computed copy(OnnxTensor tensor) {
        long[] shape = tensor.getInfo().getShape();
        if (tensor.getInfo().type == OnnxJavaType.INT64) {
            LongBuffer buffer = tensor.getLongBuffer();
            long[] values = new long[buffer.remaining()];
            buffer.get(values);
            return new Computed(shape, null, values);
        }
        if (tensor.getInfo().type == OnnxJavaType.BOOL) {
            ByteBuffer buffer = tensor.getByteBuffer();
            long[] values = new long[buffer.remaining()];
            for (int i = 0; i < values.length; i++) {
                values[i] = buffer.get();
            }
            return new Computed(shape, null, values);
        }
        if (tensor.getInfo().type != OnnxJavaType.FLOAT) {
            throw new CodeModelException("the model's mask holds values of type " + tensor.getInfo().type);
        }
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return new Computed(shape, values, null);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new CodeModelException("cannot close the session", e);
        }
    }
}
