package io.kenshin.detection;

/**
 * A sample as detection sees it.
 *
 * @param label index of its label
 * @param views its vectors, [view][component]; a view is one layer and pooling
 * @param logits the model's own prediction for it; empty when unknown
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not shared
public record Sample(String id, String code, int label, float[][] views, float[] logits) {

    /** The label that the model predicts, or the given one when it predicts nothing. */
    public int predicted() {
        return logits.length == 0 ? label : argmax(logits);
    }

    public static int argmax(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }
}
