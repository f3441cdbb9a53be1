package io.kenshin.detection.labels;

import io.kenshin.detection.trial.LogisticRegression;
import io.kenshin.detection.trial.TextFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Bags of n-grams that say what label a sample should have, each fitted without the samples that it is asked about: of
 * five models, a sample is scored by the one that has seen neither it nor what is nearly the same.
 *
 * <p>With two labels there is one decision value, the second label's being its negative; with more there is one for
 * each label against the rest.
 */
public final class OutOfFold {
    static final int FOLDS = 5;

    private final int labels;
    private final NearDuplicates duplicates;
    private final int[] fold;
    private final double[][][] weights;
    private final double[][] scores;

    /**
     * Fits the models.
     *
     * @param features indices of the features that each row has, each once; see {@link TextFeatures}
     * @param label of each row, 0 to {@code labels} − 1
     * @param labels at least 2
     */
    public OutOfFold(int[][] features, int[] label, int labels, long seed) {
        if (features.length != label.length || labels < 2) {
            throw new IllegalArgumentException("rows with one of at least two labels each are needed: "
                    + features.length + " rows, " + label.length + " labels, " + labels + " kinds");
        }
        this.labels = labels;
        duplicates = new NearDuplicates(List.of(features));
        fold = folds(label, seed);
        int fitted = labels == 2 ? 1 : labels;
        weights = new double[fitted][FOLDS][];
        IntStream.range(0, fitted * FOLDS).parallel().forEach(model -> {
            int of = model / FOLDS;
            int held = model % FOLDS;
            Random random = new Random(seed * 31 + model);
            weights[of][held] =
                    LogisticRegression.fit(features, has(label, of), fold, held, TextFeatures.WIDTH, random);
        });
        scores = new double[labels][features.length];
        for (int row = 0; row < features.length; row++) {
            double[] one = scores(features[row], fold[row]);
            for (int of = 0; of < labels; of++) {
                scores[of][row] = one[of];
            }
        }
    }

    /** Groups of near duplicates go to one fold each, and the rows of a label evenly to all. */
    private int[] folds(int[] label, long seed) {
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < label.length; row++) {
            groups.computeIfAbsent(duplicates.group(row), key -> new ArrayList<>())
                    .add(row);
        }
        List<List<Integer>> order = new ArrayList<>(groups.values());
        Collections.shuffle(order, new Random(seed));
        int[] of = new int[label.length];
        int[] next = new int[Arrays.stream(label).max().orElse(0) + 1];
        for (List<Integer> group : order) {
            int into = next[label[group.get(0)]]++ % FOLDS;
            group.forEach(row -> of[row] = into);
        }
        return of;
    }

    /** Decision values of each label for a row, from the model that a fold was not in. */
    double[] scores(int[] features, int held) {
        double[] one = new double[labels];
        for (int of = 0; of < weights.length; of++) {
            one[of] = LogisticRegression.score(weights[of][held], features);
        }
        if (labels == 2) {
            one[1] = -one[0];
        }
        return one;
    }

    /** Decision values of a label against the rest, one for each row, above 0 where it should have the label. */
    public double[] scores(int label) {
        return scores[label];
    }

    /** Decision values of each label for a row. */
    double[] scoresOf(int row) {
        double[] of = new double[labels];
        for (int one = 0; one < labels; one++) {
            of[one] = scores[one][row];
        }
        return of;
    }

    /** The model that a row was not in. */
    int fold(int row) {
        return fold[row];
    }

    /** The model to ask about a row that is none of them: one that has not seen what is nearly the same. */
    int fold(int[] features) {
        OptionalInt twin = duplicates.like(features);
        return twin.isPresent() ? fold[twin.getAsInt()] : Math.floorMod(Arrays.hashCode(features), FOLDS);
    }

    /** The weight of each feature for a label, in the model that a row was not in. */
    double weight(int label, int held, int feature) {
        return weights.length == 1 ? (label == 0 ? 1 : -1) * weights[0][held][feature] : weights[label][held][feature];
    }

    /** Which rows have a label. */
    static boolean[] has(int[] label, int of) {
        boolean[] has = new boolean[label.length];
        for (int row = 0; row < label.length; row++) {
            has[row] = label[row] == of;
        }
        return has;
    }

    static int count(boolean[] has) {
        int count = 0;
        for (boolean one : has) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
