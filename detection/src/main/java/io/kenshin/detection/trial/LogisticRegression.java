package io.kenshin.detection.trial;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;

/** L2-regularised logistic regression over sparse binary features, by stochastic gradient descent. Seeded. */
public final class LogisticRegression {
    private static final int EPOCHS = 12;
    private static final double RATE = 0.5;
    private static final double DECAY = 1e-3;
    private static final double SCALE = 4;

    private LogisticRegression() {}

    /**
     * Cross-validated scores.
     *
     * @param features indices of the features that each row has
     * @param positive class of each row
     * @return decision value of each row from a model that did not see it
     */
    static double[] scores(int[][] features, boolean[] positive, int width, int folds, long seed) {
        Random random = new Random(seed);
        int[] fold = folds(positive, folds, random);
        double[] scores = new double[features.length];
        for (int held = 0; held < folds; held++) {
            double[] weights = fit(features, positive, fold, held, width, random);
            for (int row = 0; row < features.length; row++) {
                if (fold[row] == held) {
                    scores[row] = score(weights, features[row]);
                }
            }
        }
        return scores;
    }

    /** A fold for each row, both classes spread evenly over them. */
    static int[] folds(boolean[] positive, int folds, Random random) {
        int[] fold = new int[positive.length];
        int positives = 0;
        int negatives = 0;
        for (int row : permutation(positive.length, random)) {
            fold[row] = (positive[row] ? positives++ : negatives++) % folds;
        }
        return fold;
    }

    /**
     * Scores the rows that a model was not fitted on.
     *
     * @param held which rows to leave out
     * @return probability of the positive class for the rows left out; 0 for the others
     */
    static double[] leftOut(int[][] features, boolean[] positive, BitSet held, int width, long seed) {
        int[] fold = new int[features.length];
        held.stream().forEach(row -> fold[row] = 1);
        double[] weights = fit(features, positive, fold, 1, width, new Random(seed));
        double[] scores = new double[features.length];
        held.stream().forEach(row -> scores[row] = 1 / (1 + Math.exp(-score(weights, features[row]))));
        return scores;
    }

    /**
     * Fits a model on all folds but one. Both classes weigh the same, however many rows they have.
     *
     * @param features indices of the features that each row has
     * @param positive class of each row
     * @param fold of each row
     * @param held the fold that is left out
     * @param width number of distinct features
     * @return a weight for each feature, and the offset last
     */
    public static double[] fit(int[][] features, boolean[] positive, int[] fold, int held, int width, Random random) {
        double[] weights = new double[width + 1];
        int positives = 0;
        int count = 0;
        for (int row = 0; row < features.length; row++) {
            if (fold[row] != held) {
                count++;
                positives += positive[row] ? 1 : 0;
            }
        }
        double up = 0.5 * count / Math.max(1, positives);
        double down = 0.5 * count / Math.max(1, count - positives);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            double rate = RATE / (1 + epoch);
            for (int row : permutation(features.length, random)) {
                if (fold[row] == held) {
                    continue;
                }
                double error = (positive[row] ? 1 : 0) - 1 / (1 + Math.exp(-score(weights, features[row])));
                double step = rate * error * (positive[row] ? up : down) / Math.sqrt(features[row].length + 1.0);
                double keep = 1 - rate * DECAY;
                for (int feature : features[row]) {
                    weights[feature] = weights[feature] * keep + step;
                }
                weights[width] += step;
            }
        }
        return weights;
    }

    /**
     * The decision value of a row, above 0 for the positive class. Four sums at a time, so that an addition does not
     * wait for the one before it.
     */
    public static double score(double[] weights, int[] features) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < features.length; i += 4) {
            a += weights[features[i]];
            b += weights[features[i + 1]];
            c += weights[features[i + 2]];
            d += weights[features[i + 3]];
        }
        for (; i < features.length; i++) {
            a += weights[features[i]];
        }
        return weights[weights.length - 1] + (a + b + (c + d)) * SCALE / Math.sqrt(features.length + 1.0);
    }

    private static int[] permutation(int size, Random random) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }
}
