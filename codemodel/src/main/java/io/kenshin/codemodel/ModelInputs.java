package io.kenshin.codemodel;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The input tensors of a batch of samples, padded at their end to the longest. */
final class ModelInputs {
    private ModelInputs() {}

    /**
     * Makes the inputs that a graph asks for; the caller closes them.
     *
     * @param names of the graph's inputs; those that are no model's are left to the caller
     * @param ids token ids of each sample
     * @param padding id of the padding token
     */
    static Map<String, OnnxTensor> of(OrtEnvironment environment, Set<String> names, long[][] ids, long padding)
            throws OrtException {
        int longest = 0;
        for (long[] sample : ids) {
            longest = Math.max(longest, sample.length);
        }
        long[] tokens = new long[ids.length * longest];
        long[] mask = new long[tokens.length];
        long[] positions = new long[tokens.length];
        Arrays.fill(tokens, padding);
        for (int row = 0; row < ids.length; row++) {
            int at = row * longest;
            System.arraycopy(ids[row], 0, tokens, at, ids[row].length);
            Arrays.fill(mask, at, at + ids[row].length, 1L);
            for (int i = 0; i < longest; i++) {
                positions[at + i] = Math.min(i, ids[row].length - 1);
            }
        }
        long[] shape = {ids.length, longest};
        Map<String, OnnxTensor> inputs = new HashMap<>();
        for (String name : names) {
            long[] values = switch (name) {
                case "input_ids" -> tokens;
                case "attention_mask" -> mask;
                case "position_ids" -> positions;
                case "token_type_ids" -> new long[tokens.length];
                default -> null;
            };
            if (values != null) {
                inputs.put(name, OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape));
            }
        }
        return inputs;
    }
}
