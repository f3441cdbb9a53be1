package io.kenshin.detection.labels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a decision value says about a label when some of the labels are wrong: the label that a sample should have
 * follows a logistic curve of the value (Platt, 1999), and the one that it has is another with a rate for each direction
 * (Bootkrajang and Kabán, 2012, of one dimension). Wrong labels do not flatten the curve, as they do an ordinary one:
 * they have rates of their own, so what is far out on the wrong side can be told from what is merely uncertain. On a
 * task that text hardly predicts nothing is far out, and the rates explain nothing.
 *
 * @param slope of the curve, not negative
 * @param offset of the curve
 * @param into part of the samples that should not have the label and have it, 0 to 1
 * @param out part of the samples that should have the label and do not, 0 to 1
 */
record NoisyLabel(double slope, double offset, double into, double out) {
    private static final int ROUNDS = 400;
    private static final double GAIN = 1e-5;
    private static final double START = 0.03;
    /** Wrong labels flatten the first curve, so the search starts from a steeper one as well. */
    private static final double STEEPER = 3;
    /** Where labels are quite separate, the slope would have no end: a prior of its square, too weak to matter else. */
    private static final double RIDGE = 0.02;

    /** Probability that a sample with this decision value should have the label. */
    double should(double score) {
        return 1 / (1 + Math.exp(-(slope * score + offset)));
    }

    /** Probability that a sample that has the label should not have it. */
    double wrong(double score) {
        return wrong(score, into);
    }

    /** The same where labels are wrong at another rate. */
    double wrong(double score, double rate) {
        double p = should(score);
        return rate * (1 - p) / Math.max(Double.MIN_NORMAL, rate * (1 - p) + (1 - out) * p);
    }

    /** Probability that a sample that does not have the label should have it. */
    private double missed(double score, double rate) {
        double p = should(score);
        return out * p / Math.max(Double.MIN_NORMAL, out * p + (1 - rate) * (1 - p));
    }

    /** Log-likelihood of what samples have. */
    double fit(Counted samples) {
        return fit(samples, into);
    }

    /** The same where labels are wrong at another rate. */
    double fit(Counted samples, double rate) {
        double sum = 0;
        for (int i = 0; i < samples.size(); i++) {
            double p = should(samples.score()[i]);
            sum += samples.with()[i] * Math.log(1e-12 + rate * (1 - p) + (1 - out) * p)
                    + samples.without()[i] * Math.log(1e-12 + (1 - rate) * (1 - p) + out * p);
        }
        return sum;
    }

    /**
     * The most likely curve and rates, by expectation maximisation.
     *
     * @param any whether samples may have the label that should not; else that rate is 0
     */
    static NoisyLabel of(Counted samples, boolean any) {
        double[] taught = new double[samples.size()];
        for (int i = 0; i < taught.length; i++) {
            taught[i] = samples.with()[i];
        }
        NoisyLabel plain = new NoisyLabel(0, 0, 0, 0).curve(samples, taught, 30);
        List<NoisyLabel> climbed = new ArrayList<>(List.of(plain));
        for (double times : new double[] {1, STEEPER}) {
            NoisyLabel start = new NoisyLabel(times * plain.slope, times * plain.offset, 0, START);
            climbed.add(start.climb(samples));
            if (any) {
                climbed.add(start.with(START, START).climb(samples));
            }
        }
        return climbed.stream()
                .max(Comparator.comparingDouble(one -> one.fit(samples)))
                .orElseThrow();
    }

    /** The rate at which the label is wrong among some samples, the curve being known. */
    double rate(Counted samples) {
        double rate = Math.max(START, into);
        for (int round = 0; round < ROUNDS; round++) {
            double wrong = 0;
            double not = 0;
            for (int i = 0; i < samples.size(); i++) {
                double score = samples.score()[i];
                double here = samples.with()[i] * wrong(score, rate);
                wrong += here;
                not += here + samples.without()[i] * (1 - missed(score, rate));
            }
            rate = wrong / Math.max(1e-9, not);
        }
        return rate;
    }

    private NoisyLabel with(double newInto, double newOut) {
        return new NoisyLabel(slope, offset, newInto, newOut);
    }

    private NoisyLabel climb(Counted samples) {
        NoisyLabel now = this;
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            double likelihood = now.fit(samples);
            if (likelihood - before < GAIN) {
                return now;
            }
            before = likelihood;
            double[] should = new double[samples.size()];
            double all = 0;
            double missed = 0;
            double wrong = 0;
            for (int i = 0; i < should.length; i++) {
                double score = samples.score()[i];
                double missedHere = samples.without()[i] * now.missed(score, now.into);
                double wrongHere = samples.with()[i] * now.wrong(score);
                should[i] = samples.with()[i] - wrongHere + missedHere;
                all += should[i];
                missed += missedHere;
                wrong += wrongHere;
            }
            now = now.curve(samples, should, 3)
                    .with(wrong / Math.max(1e-9, samples.samples() - all), missed / Math.max(1e-9, all));
        }
        return now;
    }

    /**
     * The curve that fits best what samples should have, by Newton's method from the present one.
     *
     * @param should how many samples at each value should have the label
     */
    private NoisyLabel curve(Counted samples, double[] should, int rounds) {
        double a = slope;
        double b = offset;
        for (int round = 0; round < rounds; round++) {
            double ga = -RIDGE * a;
            double gb = 0;
            double haa = RIDGE;
            double hab = 0;
            double hbb = 1e-6;
            for (int i = 0; i < should.length; i++) {
                double score = samples.score()[i];
                int count = samples.with()[i] + samples.without()[i];
                double p = 1 / (1 + Math.exp(-(a * score + b)));
                double error = should[i] - count * p;
                double weight = count * p * (1 - p);
                ga += error * score;
                gb += error;
                haa += weight * score * score;
                hab += weight * score;
                hbb += weight;
            }
            double determinant = haa * hbb - hab * hab;
            double da = (hbb * ga - hab * gb) / determinant;
            double db = (haa * gb - hab * ga) / determinant;
            // Where classes are nearly separate, Newton's whole step overshoots.
            double step = Math.min(1, 2 / (Math.abs(da) + Math.abs(db) + 1e-12));
            a = Math.max(0, a + step * da);
            b += step * db;
        }
        return new NoisyLabel(a, b, into, out);
    }
}
