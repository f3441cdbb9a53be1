package io.kenshin.remediation.verify;

import java.util.List;

/** What models say about code. */
interface Predictions {
    /**
     * Asks one model.
     *
     * @return logits [sample][label]
     */
    float[][] of(String directory, List<String> codes);
}
