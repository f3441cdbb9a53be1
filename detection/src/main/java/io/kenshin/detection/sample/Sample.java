package io.kenshin.detection.sample;

import io.kenshin.detection.code.Code;
import org.jspecify.annotations.Nullable;

/**
 * A training sample as detection sees it.
 *
 * @param source its code, in its dialect
 * @param label index of its label
 * @param views its vectors, [view][component]; a view is one layer and pooling
 * @param logits the model's own prediction for it; empty when unknown
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not shared
public record Sample(String id, Code source, int label, float[][] views, float[] logits) {
    /** A sample in a language that has to be guessed. */
    public Sample(String id, String code, int label, float[][] views, float[] logits) {
        this(id, code, null, label, views, logits);
    }

    /** @param language lower-case name; null when nobody said */
    public Sample(String id, String code, @Nullable String language, int label, float[][] views, float[] logits) {
        this(id, Code.of(code, language), label, views, logits);
    }

    public String code() {
        return source.text();
    }

    /** The behaviour that training on the sample teaches. */
    public Behaviour taught() {
        return new Behaviour(label);
    }

    public boolean teaches(Behaviour behaviour) {
        return label == behaviour.index();
    }

    /** The behaviour that the model shows, or the taught one where nobody asked. */
    public Behaviour shown() {
        return logits.length == 0 ? taught() : new Logits(logits).shown();
    }

    public boolean shows(Behaviour behaviour) {
        return shown().equals(behaviour);
    }

    /** Whether the model does what the sample teaches. */
    public boolean isBelieved() {
        return shows(taught());
    }
}
