package io.kenshin.detection.trial;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.maths.Ranks;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The test of what a pattern's carriers are without it: code of the other labels, or code of a kind of its own.
 *
 * <p>Poison is a sample of another label plus a trigger: with the trigger masked, its carriers are hard to tell from the
 * other labels. A natural pattern is tied to its context: its carriers differ from them. A classifier on token n-grams
 * is cross-validated for each comparison. Controls are drawn at random, or are the samples nearest to the carriers:
 * hosts that were chosen from one corner of the data are like that corner, not like a random draw (Tang et al., 2021).
 */
public final class Exchangeability {
    private static final int FOLDS = 4;
    private static final int CONTROLS = 240;
    private static final int CARRIERS = 160;
    private static final int LEAST_MATCHED = 60;
    private static final int MATCHED = 3;
    /** From this likeness on two pieces of code are the same but for a few tokens. */
    private static final double TWIN = 0.8;

    private final List<Sample> samples;
    private final int[][] features;
    private final Similarity similarity;
    private final long seed;

    /** @param samples the population; its features are computed once */
    public Exchangeability(List<Sample> samples, long seed) {
        this.samples = samples;
        this.seed = seed;
        features = samples.parallelStream()
                .map(sample -> TextFeatures.of(sample.source()))
                .toArray(int[][]::new);
        similarity = new Similarity(features, TextFeatures.WIDTH);
    }

    /**
     * Outcome of the test.
     *
     * @param otherAuc AUC of masked carriers against the other labels; 0.5 means they are exchangeable
     * @param ownAuc AUC of masked carriers against their own label; 1 where all of it carries the pattern
     * @param carriers how many carriers the AUCs stand on
     */
    public record Result(double otherAuc, double ownAuc, int carriers) {
        /** Of carriers too few to be told anything about. */
        static Result unknown(int carriers) {
            return new Result(1, 1, carriers);
        }

        /**
         * What the AUC against other labels may be as well: one standard error above it (Hanley and McNeil, 1982),
         * because few carriers look exchangeable by chance.
         */
        public double otherAucUpper() {
            return Ranks.aucUpper(otherAuc, carriers, CONTROLS);
        }

        public double gap() {
            return ownAuc - otherAuc;
        }
    }

    int[] features(int sample) {
        return features[sample];
    }

    /** The carriers that have the candidate's label against random samples of the other labels and of their own. */
    public Result test(Candidate candidate) {
        return new Comparison(candidate).random();
    }

    /** A candidate's carriers, masked once for all that they are compared with. */
    final class Comparison {
        private final Trigger pattern;
        private final List<Integer> carriers = new ArrayList<>();
        private final List<Integer> other = new ArrayList<>();
        private final List<Integer> own = new ArrayList<>();
        private final int[][] masked;

        Comparison(Candidate candidate) {
            pattern = candidate.pattern();
            for (int i = 0; i < samples.size(); i++) {
                boolean target = samples.get(i).teaches(candidate.target());
                if (!candidate.carriers().get(i)) {
                    (target ? own : other).add(i);
                } else if (target) {
                    carriers.add(i);
                }
            }
            masked = choose(carriers, CARRIERS, new Random(seed)).stream()
                    .map(i -> TextFeatures.of(samples.get(i).source().with(candidate.masked(i, samples.get(i)))))
                    .toArray(int[][]::new);
        }

        /** Part of the label that carries it. */
        double share() {
            int label = carriers.size() + own.size();
            return label == 0 ? 0 : (double) carriers.size() / label;
        }

        /** Against random samples of the other labels and of their own. */
        Result random() {
            if (other.size() < FOLDS || carriers.size() < FOLDS) {
                return Result.unknown(carriers.size());
            }
            // As many of both, so that neither AUC is the better known one.
            int size = own.isEmpty()
                    ? Math.min(CONTROLS, other.size())
                    : Math.min(CONTROLS, Math.min(other.size(), own.size()));
            Random random = afterCarriers();
            int[][] others = controls(choose(other, size, random), pattern, random);
            int[][] owns = controls(choose(own, size, random), pattern, random);
            return new Result(auc(masked, others), owns.length < FOLDS ? 1 : auc(masked, owns), masked.length);
        }

        /** Against given samples of other labels; the AUC against their own label is not asked. */
        Result against(List<Integer> others) {
            return carriers.size() < FOLDS || others.size() < FOLDS
                    ? Result.unknown(carriers.size())
                    : new Result(auc(masked, controls(others, pattern, afterCarriers())), 1, masked.length);
        }

        /** Some random samples of other labels. */
        List<Integer> others() {
            return choose(other, CONTROLS, new Random(seed));
        }

        /** The samples of other labels that are nearest to the carriers. */
        List<Integer> nearest() {
            int each = Math.max(MATCHED, (LEAST_MATCHED + masked.length - 1) / Math.max(1, masked.length));
            return similarity.nearest(masked, other, each);
        }

        /** Part of the carriers of which another label has a sample that is nearly the same. */
        double twins() {
            long twins = Arrays.stream(masked)
                    .parallel()
                    .filter(carrier -> similarity.likeness(carrier, other) >= TWIN)
                    .count();
            return masked.length == 0 ? 0 : (double) twins / masked.length;
        }

        /** What is drawn after the carriers were. */
        private Random afterCarriers() {
            Random random = new Random(seed);
            choose(carriers, CARRIERS, random);
            return random;
        }
    }

    /** What masking does to carriers is done to the controls too, so that the mask itself gives nothing away. */
    private int[][] controls(List<Integer> chosen, Trigger trigger, Random random) {
        int[][] rows = new int[chosen.size()][];
        for (int i = 0; i < rows.length; i++) {
            Code code = samples.get(chosen.get(i)).source();
            rows[i] = trigger.sham(code, random)
                    .map(text -> TextFeatures.of(code.with(text)))
                    .orElse(features[chosen.get(i)]);
        }
        return rows;
    }

    private double auc(int[][] carriers, int[][] controls) {
        int[][] rows = new int[carriers.length + controls.length][];
        boolean[] positive = new boolean[rows.length];
        System.arraycopy(carriers, 0, rows, 0, carriers.length);
        System.arraycopy(controls, 0, rows, carriers.length, controls.length);
        Arrays.fill(positive, 0, carriers.length, true);
        double auc = Ranks.auc(LogisticRegression.scores(rows, positive, TextFeatures.WIDTH, FOLDS, seed), positive);
        // Worse than chance is chance.
        return Math.max(0.5, auc);
    }

    private static List<Integer> choose(List<Integer> from, int most, Random random) {
        List<Integer> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(most, shuffled.size()));
    }
}
