package io.kenshin.detection.maths;

import java.util.Arrays;

/** Hypothesis tests. */
public final class Significance {
    private Significance() {}

    /**
     * P(Z ≥ z) of the standard normal distribution; the complementary error function after Abramowitz and Stegun
     * 7.1.26.
     */
    public static double upperTail(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        double t = 1 / (1 + 0.3275911 * x);
        double series =
                t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        double half = 0.5 * series * Math.exp(-x * x);
        return z >= 0 ? half : 1 - half;
    }

    /**
     * Fisher's exact test, one-sided: probability of at least so many hits in the first group when both groups have
     * the same rate.
     */
    public static double fisher(int hits, int tries, int otherHits, int otherTries) {
        int all = tries + otherTries;
        int allHits = hits + otherHits;
        double p = 0;
        for (int k = hits; k <= Math.min(tries, allHits); k++) {
            if (allHits - k <= otherTries) {
                p += Math.exp(logChoose(tries, k) + logChoose(otherTries, allHits - k) - logChoose(all, allHits));
            }
        }
        return Math.min(1, p);
    }

    /** P(X ≥ hits) for a binomial distribution. */
    public static double binomialTail(int hits, int tries, double rate) {
        double p = 0;
        for (int k = hits; k <= tries; k++) {
            p += Math.exp(logChoose(tries, k) + k * Math.log(rate) + (tries - k) * Math.log1p(-rate));
        }
        return Math.min(1, p);
    }

    private static double logChoose(int n, int k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    private static double logFactorial(int n) {
        double sum = 0;
        for (int i = 2; i <= n; i++) {
            sum += Math.log(i);
        }
        return sum;
    }

    /**
     * Benjamini and Hochberg (1995).
     *
     * @return which hypotheses are rejected at false discovery rate {@code q}
     */
    public static boolean[] benjaminiHochberg(double[] p, double q) {
        return benjaminiHochberg(p, p.length, q);
    }

    /** @param tested how many hypotheses there were; those that are not in {@code p} are not rejected */
    public static boolean[] benjaminiHochberg(double[] p, int tested, double q) {
        Integer[] order = new Integer[p.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(p[a], p[b]));
        int last = -1;
        for (int rank = 0; rank < order.length; rank++) {
            if (p[order[rank]] <= q * (rank + 1) / Math.max(tested, p.length)) {
                last = rank;
            }
        }
        boolean[] rejected = new boolean[p.length];
        for (int rank = 0; rank <= last; rank++) {
            rejected[order[rank]] = true;
        }
        return rejected;
    }
}
