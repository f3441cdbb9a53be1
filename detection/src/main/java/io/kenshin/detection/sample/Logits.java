package io.kenshin.detection.sample;

import java.util.Arrays;
import java.util.List;

/**
 * The answer of a classifier: one value for each label, the greatest of which is its prediction.
 *
 * @param values at least one
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not shared
public record Logits(float[] values) implements Answer {
    /** Answers to several pieces of code, [sample][label]. */
    public static List<Answer> each(float[][] logits) {
        return Arrays.stream(logits).<Answer>map(Logits::new).toList();
    }

    @Override
    public Behaviour shown() {
        return new Behaviour(argmax(values));
    }

    /** The behaviour's logit less the greatest of the others. */
    @Override
    public double margin(Behaviour behaviour) {
        double other = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            other = i == behaviour.index() ? other : Math.max(other, values[i]);
        }
        return values[behaviour.index()] - other;
    }

    /** Position of the first greatest value. */
    public static int argmax(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }
}
