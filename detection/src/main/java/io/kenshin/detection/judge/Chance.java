package io.kenshin.detection.judge;

import io.kenshin.detection.trial.CarrierEvidence;
import io.kenshin.detection.trial.MaskedCandidate;
import java.util.Arrays;
import java.util.List;

/**
 * How many patterns as surprising and as foreign as one would be there by chance, among all that mining looked at.
 *
 * <p>How many it looked at, and how foreign they are, is counted and not assumed: most patterns of a task are natural,
 * so they are an empirical null (Efron, 2004). The labels' surprise does not depend on how foreign carriers are, so both
 * probabilities multiply.
 */
public final class Chance {
    /** Before anything was mined nothing was looked for. */
    public static final Chance ONE_LOOK = new Chance(new int[0], new double[0]);

    private final int[] supports;
    private final double[] oddities;

    private Chance(int[] supports, double[] oddities) {
        this.supports = supports;
        this.oddities = oddities;
    }

    /**
     * The count of one investigation.
     *
     * @param supports number of carriers of every pattern that was counted
     * @param pool candidates of all labels, natural ones nearly all
     */
    public static Chance of(int[] supports, List<MaskedCandidate> pool) {
        int[] ascending = supports.clone();
        Arrays.sort(ascending);
        double[] oddities = pool.stream()
                .mapToDouble(masked -> masked.evidence().oddity())
                .sorted()
                .toArray();
        return new Chance(ascending, oddities);
    }

    /** Expected number of such patterns, at most 1. */
    public double of(CarrierEvidence evidence, int carriers) {
        return of(evidence.oddity(), evidence.surprise(), carriers);
    }

    double of(double oddity, double surprise, int carriers) {
        return Math.min(1, looked(carriers) * share(oddity) * surprise);
    }

    /** Patterns with at least so many carriers. */
    int looked(int carriers) {
        int at = Arrays.binarySearch(supports, carriers);
        int from = at < 0 ? -at - 1 : at;
        while (from > 0 && supports[from - 1] == carriers) {
            from--;
        }
        return Math.max(1, supports.length - from);
    }

    /** Part of the patterns that are as foreign. */
    private double share(double oddity) {
        int count = 0;
        while (count < oddities.length && oddities[count] <= oddity) {
            count++;
        }
        return oddities.length == 0 ? 1 : Math.max(1, count) / (double) oddities.length;
    }
}
