package io.kenshin.detection.sample;

/**
 * Something that a model may do with code, and that poison teaches it to do: for a classifier, a label.
 *
 * @param index its place among the behaviours that are studied; for a classifier, that of the label among its logits
 */
public record Behaviour(int index) {
    public Behaviour {
        if (index < 0) {
            throw new IllegalArgumentException("a behaviour has a place from 0 on, not " + index);
        }
    }
}
