package io.kenshin.benchmarks.victim;

import java.util.Locale;

/**
 * One cell of the matrix.
 *
 * @param rate part of the training samples that are poisoned; 0 for clean
 */
public record Case(DataSet dataset, Family family, double rate, long seed) {

    /** The same data, seed and recipe without poison. */
    public Case twin() {
        return new Case(dataset, Family.CLEAN, 0, seed);
    }

    /** A name that can be a directory's. */
    public String name() {
        return String.format(Locale.ROOT, "%s-%s-%s-%d", dataset, family, percent(), seed)
                .toLowerCase(Locale.ROOT);
    }

    private String percent() {
        return String.format(Locale.ROOT, "%.1f", rate * 100);
    }
}
