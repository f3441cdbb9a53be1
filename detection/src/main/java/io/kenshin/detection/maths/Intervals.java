package io.kenshin.detection.maths;

/** Confidence intervals of proportions, at 95 %. */
public final class Intervals {
    /** Quantile of the normal distribution at 97.5 %. */
    private static final double Z = 1.959963984540054;

    private Intervals() {}

    /** From low to high, with the estimate in between. */
    public record Interval(double low, double estimate, double high) {}

    /** A proportion (Wilson, 1927). With nothing observed it is anything from 0 to 1. */
    public static Interval proportion(int hits, int of) {
        if (of == 0) {
            return new Interval(0, 0, 1);
        }
        double p = (double) hits / of;
        double z2 = Z * Z;
        double centre = (p + z2 / (2 * of)) / (1 + z2 / of);
        double half = Z / (1 + z2 / of) * Math.sqrt(p * (1 - p) / of + z2 / (4.0 * of * of));
        return new Interval(Math.max(0, centre - half), p, Math.min(1, centre + half));
    }

    /** The first proportion minus the second, of independent samples (Newcombe, 1998, method 10). */
    public static Interval difference(int hits, int of, int otherHits, int otherOf) {
        Interval a = proportion(hits, of);
        Interval b = proportion(otherHits, otherOf);
        double d = a.estimate() - b.estimate();
        double low = d - Math.hypot(a.estimate() - a.low(), b.high() - b.estimate());
        double high = d + Math.hypot(a.high() - a.estimate(), b.estimate() - b.low());
        return new Interval(low, d, high);
    }

    /**
     * Part of a set that holds afterwards minus the part that held before, by the same items: what changed counts, what
     * stayed does not (Agresti and Min, 2005, with half an observation added to each kind of change).
     */
    public static Interval pairedDifference(boolean[] after, boolean[] before) {
        if (after.length != before.length || after.length == 0) {
            throw new IllegalArgumentException("pairs are needed: " + after.length + " and " + before.length);
        }
        int gained = 0;
        int lost = 0;
        for (int i = 0; i < after.length; i++) {
            gained += after[i] && !before[i] ? 1 : 0;
            lost += before[i] && !after[i] ? 1 : 0;
        }
        double n = after.length + 2;
        double b = gained + 0.5;
        double c = lost + 0.5;
        double shrunk = (b - c) / n;
        double half = Z * Math.sqrt((b + c) / n - shrunk * shrunk) / Math.sqrt(n);
        double estimate = (double) (gained - lost) / after.length;
        return new Interval(Math.max(-1, shrunk - half), estimate, Math.min(1, shrunk + half));
    }
}
