package io.kenshin.codemodel;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The lower part of a model, up to one hidden state. ONNX Runtime drops whatever that state does not need.
 * Safe for concurrent use.
 */
public final class HiddenStates implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final String tensor;

    /** @param tensor name of the hidden state [1, tokens, hidden] to stop at */
    public HiddenStates(ModelProto model, String tensor) {
        this.tensor = tensor;
        GraphProto cut = model.getGraph().toBuilder()
                .clearOutput()
                .addOutput(ValueInfoProto.newBuilder().setName(tensor))
                .build();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(
                    model.toBuilder().setGraph(cut).build().toByteArray(), options);
        } catch (OrtException e) {
            throw new CodeModelException("the model cannot be cut at " + tensor + ": " + e.getMessage(), e);
        }
    }

    /**
     * Runs one sample.
     *
     * @param ids token ids
     * @return hidden state [tokens, hidden] flattened
     */
    public float[] run(long[] ids) {
        long[] shape = {1, ids.length};
        long[] ones = new long[ids.length];
        java.util.Arrays.fill(ones, 1L);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (String name : session.getInputNames()) {
                long[] values =
                        name.equals("input_ids") ? ids : name.equals("attention_mask") ? ones : new long[ids.length];
                inputs.put(name, OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                FloatBuffer buffer = ((OnnxTensor) result.get(tensor).orElseThrow()).getFloatBuffer();
                float[] values = new float[buffer.remaining()];
                buffer.get(values);
                return values;
            }
        } catch (OrtException e) {
            throw new CodeModelException("the lower layers failed: " + e.getMessage(), e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
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
