package io.kenshin.detection.weak;

import io.kenshin.detection.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What evidence may look at.
 *
 * @param samples with their vectors in the model under test
 * @param labels number of labels
 * @param trusted vectors of the same samples in a model that nobody poisoned, [sample][dimension], or null
 * @param losses of each sample in each epoch of training, [epoch][sample], or null
 * @param seed of random choices
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not shared
public record Population(
        List<Sample> samples, int labels, float @Nullable [][] trusted, float @Nullable [][] losses, long seed) {

    /** Number of views of each sample. */
    public int views() {
        return samples.isEmpty() ? 0 : samples.get(0).views().length;
    }

    /** Positions of the samples of each label. */
    List<List<Integer>> byLabel() {
        List<List<Integer>> groups = new ArrayList<>();
        for (int label = 0; label < labels; label++) {
            groups.add(new ArrayList<>());
        }
        for (int i = 0; i < samples.size(); i++) {
            groups.get(samples.get(i).label()).add(i);
        }
        return groups;
    }
}
