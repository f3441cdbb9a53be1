package io.kenshin.codemodel;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.kenshin.codemodel.graph.CodeModelException;
import io.kenshin.codemodel.graph.Subgraph;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lower part of a model, up to one hidden state. Safe for concurrent use.
 */
public final class HiddenStates implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final String tensor;

    /** @param tensor name of the hidden state [1, tokens, hidden] to stop at */
    public HiddenStates(ModelProto model, String tensor) {
        this.tensor = tensor;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(
                    Subgraph.upTo(model, List.of(tensor)).toByteArray(), options);
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
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            inputs.putAll(ModelInputs.of(environment, session.getInputNames(), new long[][] {ids}, 0));
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
