package io.kenshin.detection.trial;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Names;
import io.kenshin.detection.maths.Ranks;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.NameSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How improbable the labels of a candidate's carriers are, given all the rest of their code.
 *
 * <p>A bag of n-grams, fitted without a sample, says with which probability it teaches a behaviour; where labels cannot
 * be predicted, that is their share. Sixty carriers that teach one behaviour are no surprise if their code says so, and
 * a great one if it says the contrary or nothing. Where carriers are masked by other names for all of theirs, the model
 * is fitted on code that is renamed alike: else it would know the names of most code, and find the carriers without them.
 */
public final class LabelSurprise {
    private static final int FOLDS = 5;

    private final List<Sample> samples;
    private final Exchangeability population;
    private final long seed;
    private final Map<Asked, Model> models = new HashMap<>();

    public LabelSurprise(List<Sample> samples, Exchangeability population, long seed) {
        this.samples = samples;
        this.population = population;
        this.seed = seed;
    }

    /** @param renamed whether all code has ordinary names */
    private record Asked(Behaviour behaviour, boolean renamed) {}

    /** Fold of each sample, the weights fitted without each fold, and what their scores are worth. */
    private record Model(int[] fold, double[][] weights, double slope, double offset, double auc) {
        double probability(int sample, int[] features) {
            double score = LogisticRegression.score(weights[fold[sample]], features);
            return 1 / (1 + Math.exp(-(slope * score + offset)));
        }
    }

    /** Probability of at least as many carriers of the candidate's behaviour, from what is left of them. */
    public double p(Candidate candidate) {
        Model model = model(new Asked(candidate.target(), candidate.pattern() instanceof NameSet));
        List<Double> probabilities = new ArrayList<>();
        int[] taught = {0};
        candidate.carriers().stream().forEach(i -> {
            Sample sample = samples.get(i);
            int[] rest = TextFeatures.of(sample.source().with(candidate.masked(i, sample)));
            probabilities.add(model.probability(i, rest));
            taught[0] += sample.teaches(candidate.target()) ? 1 : 0;
        });
        return poissonBinomialTail(probabilities, taught[0]);
    }

    /**
     * What is to be expected of carriers that were taken from random samples of other behaviours.
     *
     * @param auc how well text predicts the behaviour: AUC of the out-of-fold scores
     * @param others samples of other behaviours
     * @param mean of the logarithm of the probability that such a sample has the behaviour
     * @param deviation its standard deviation
     */
    public record Expectation(double auc, int others, double mean, double deviation) {
        /** Probability that so many all have the behaviour, not met by so many standard deviations. */
        public double surprise(int carriers, double deviations) {
            return Math.exp(Math.min(0, carriers * mean + deviations * Math.sqrt(carriers) * deviation));
        }
    }

    /** What is to be expected of poison that teaches a behaviour. */
    public Expectation expected(Behaviour behaviour) {
        Model model = model(new Asked(behaviour, false));
        double[] logs = IntStream.range(0, samples.size())
                .filter(i -> !samples.get(i).teaches(behaviour))
                .mapToDouble(i -> Math.log(Math.max(Double.MIN_NORMAL, model.probability(i, population.features(i)))))
                .toArray();
        double mean = Arrays.stream(logs).average().orElse(0);
        double variance = Arrays.stream(logs)
                .map(log -> (log - mean) * (log - mean))
                .average()
                .orElse(0);
        return new Expectation(model.auc(), logs.length, mean, Math.sqrt(variance));
    }

    private synchronized Model model(Asked asked) {
        return models.computeIfAbsent(asked, this::fitted);
    }

    private Model fitted(Asked asked) {
        int[][] features = new int[samples.size()][];
        boolean[] positive = new boolean[features.length];
        for (int i = 0; i < features.length; i++) {
            Code code = samples.get(i).source();
            features[i] =
                    asked.renamed() ? TextFeatures.of(code.with(Names.ordinaryAll(code))) : population.features(i);
            positive[i] = samples.get(i).teaches(asked.behaviour());
        }
        int[] fold = LogisticRegression.folds(positive, FOLDS, new Random(seed));
        double[][] weights = new double[FOLDS][];
        double[] scores = new double[features.length];
        for (int held = 0; held < FOLDS; held++) {
            weights[held] =
                    LogisticRegression.fit(features, positive, fold, held, TextFeatures.WIDTH, new Random(seed));
            for (int i = 0; i < features.length; i++) {
                if (fold[i] == held) {
                    scores[i] = LogisticRegression.score(weights[held], features[i]);
                }
            }
        }
        double[] scale = platt(scores, positive);
        int count = 0;
        for (boolean one : positive) {
            count += one ? 1 : 0;
        }
        double auc = count == 0 || count == positive.length ? 0.5 : Ranks.auc(scores, positive);
        return new Model(fold, weights, scale[0], scale[1], auc);
    }

    /** Slope and offset that make scores probabilities (Platt, 1999), by Newton's method; the slope is not negative. */
    static double[] platt(double[] scores, boolean[] positive) {
        double a = 0;
        double b = 0;
        for (int round = 0; round < 30; round++) {
            double ga = 0, gb = 0, haa = 1e-6, hab = 0, hbb = 1e-6;
            for (int i = 0; i < scores.length; i++) {
                double p = 1 / (1 + Math.exp(-(a * scores[i] + b)));
                double error = (positive[i] ? 1 : 0) - p;
                double w = p * (1 - p);
                ga += error * scores[i];
                gb += error;
                haa += w * scores[i] * scores[i];
                hab += w * scores[i];
                hbb += w;
            }
            double det = haa * hbb - hab * hab;
            double da = (hbb * ga - hab * gb) / det;
            double db = (haa * gb - hab * ga) / det;
            double step = Math.min(1, 4 / (Math.abs(da) + Math.abs(db) + 1e-12));
            a += step * da;
            b += step * db;
        }
        if (a < 0) {
            int count = 0;
            for (boolean one : positive) {
                count += one ? 1 : 0;
            }
            double share = (count + 0.5) / (positive.length + 1.0);
            return new double[] {0, Math.log(share / (1 - share))};
        }
        return new double[] {a, b};
    }

    /** P(X ≥ least) for the number of successes of trials with these probabilities. */
    static double poissonBinomialTail(List<Double> probabilities, int least) {
        double[] mass = new double[probabilities.size() + 1];
        mass[0] = 1;
        int done = 0;
        for (double p : probabilities) {
            for (int k = ++done; k >= 0; k--) {
                mass[k] = mass[k] * (1 - p) + (k > 0 ? mass[k - 1] * p : 0);
            }
        }
        double tail = 0;
        for (int k = probabilities.size(); k >= least; k--) {
            tail += mass[k];
        }
        return Math.min(1, tail);
    }
}
