package io.kenshin.detection.trial;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.maths.Ranks;
import io.kenshin.detection.maths.Significance;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The test that tells a planted trigger from a natural pattern of the task by what its carriers are without it.
 *
 * <p>Poison is a sample of another label plus a trigger: with the trigger masked, its carriers are hard to tell from
 * the other label and easy to tell from their own. A natural pattern is tied to its context: its carriers differ from
 * both. A classifier on token n-grams is cross-validated for each comparison; the gap between the two AUCs is tested
 * by permuting which of the control samples belongs to which label.
 */
public final class Exchangeability {
    private static final int FOLDS = 4;
    private static final int CONTROLS = 240;
    private static final int CARRIERS = 160;

    private final List<Sample> samples;
    private final int[][] features;
    private final long seed;

    /** @param samples the population; its features are computed once */
    public Exchangeability(List<Sample> samples, long seed) {
        this.samples = samples;
        this.seed = seed;
        features = samples.parallelStream()
                .map(sample -> TextFeatures.of(sample.source()))
                .toArray(int[][]::new);
    }

    /**
     * Outcome of the test.
     *
     * @param otherAuc AUC of masked carriers against the other labels; 0.5 means they are exchangeable
     * @param ownAuc AUC of masked carriers against their own label
     * @param p probability of a gap this large if the two labels were alike to the carriers
     * @param carriers how many carriers the AUCs stand on
     */
    public record Result(double otherAuc, double ownAuc, double p, int carriers) {
        /**
         * What the AUC against other labels may be as well: one standard error above it (Hanley and McNeil, 1982),
         * because few carriers look exchangeable by chance.
         */
        public double otherAucUpper() {
            double a = otherAuc;
            double q1 = a / (2 - a);
            double q2 = 2 * a * a / (1 + a);
            double variance = (a * (1 - a) + (carriers - 1) * (q1 - a * a) + (CONTROLS - 1) * (q2 - a * a))
                    / ((double) Math.max(1, carriers) * CONTROLS);
            return a + Math.sqrt(Math.max(0, variance));
        }

        public double gap() {
            return ownAuc - otherAuc;
        }
    }

    int[] features(int sample) {
        return features[sample];
    }

    /**
     * Runs the test for the carriers that have the candidate's label.
     *
     * @param permutations 0 when no p-value is wanted; it is then given as 1. The tail of the permutation distribution
     *     is taken from a normal distribution with its mean and deviation, because many candidates need small p-values
     */
    public Result test(Candidate candidate, int permutations) {
        Random random = new Random(seed);
        List<Integer> carriers = new ArrayList<>();
        List<Integer> other = new ArrayList<>();
        List<Integer> own = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            boolean target = samples.get(i).teaches(candidate.target());
            if (!candidate.carriers().get(i)) {
                (target ? own : other).add(i);
            } else if (target) {
                carriers.add(i);
            }
        }
        int size = Math.min(CONTROLS, Math.min(other.size(), own.size()));
        if (size < FOLDS || carriers.size() < FOLDS) {
            return new Result(1, 1, 1, carriers.size());
        }
        int[][] masked = choose(carriers, CARRIERS, random).stream()
                .map(i -> TextFeatures.of(samples.get(i).source().with(candidate.masked(i, samples.get(i)))))
                .toArray(int[][]::new);
        int[][] others = controls(choose(other, size, random), candidate.pattern(), random);
        int[][] owns = controls(choose(own, size, random), candidate.pattern(), random);
        double otherAuc = auc(masked, others);
        double ownAuc = auc(masked, owns);
        double p = permutations == 0 ? 1 : p(masked, others, owns, ownAuc - otherAuc, permutations, random);
        return new Result(otherAuc, ownAuc, p, masked.length);
    }

    private double p(int[][] masked, int[][] others, int[][] owns, double gap, int permutations, Random random) {
        List<int[]> pool = new ArrayList<>(List.of(others));
        pool.addAll(List.of(owns));
        List<int[][]> shuffled = new ArrayList<>();
        for (int round = 0; round < permutations; round++) {
            Collections.shuffle(pool, random);
            shuffled.add(pool.toArray(int[][]::new));
        }
        double[] gaps = shuffled.parallelStream()
                .mapToDouble(round -> auc(masked, Arrays.copyOfRange(round, others.length, round.length))
                        - auc(masked, Arrays.copyOf(round, others.length)))
                .toArray();
        return Significance.normalTail(gaps, gap);
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
        Collections.shuffle(from, random);
        return from.subList(0, Math.min(most, from.size()));
    }
}
