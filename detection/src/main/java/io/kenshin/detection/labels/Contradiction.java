package io.kenshin.detection.labels;

import java.util.List;

/**
 * A sample whose label the rest of the data contradicts.
 *
 * @param label that it has
 * @param said the label that a model gives it which was fitted on the rest of the data
 * @param probability that model's probability of {@code said}, 0 to 1, calibrated
 * @param wrong probability that the sample's label is wrong, 0 to 1, given how many of its label and source are
 * @param reasons what in its code speaks most for {@code said}: tokens, the strongest first
 */
public record Contradiction(int label, int said, double probability, double wrong, List<String> reasons) {
    public Contradiction {
        reasons = List.copyOf(reasons);
    }
}
