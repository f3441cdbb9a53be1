package io.kenshin.detection.cause;

import java.util.List;

/** Asks the model under test for its predictions. */
public interface Prober {
    /** @return logits [sample][label], in the order of the input */
    float[][] logits(List<String> codes);
}
