package io.kenshin.benchmarks.victim;

import java.util.Locale;

/**
 * One cell of the matrix.
 *
 * @param rate part of the training samples that are poisoned; 0 for clean
 * @param healed whether what Kenshin quarantined was left out and the model trained again
 */
public record Case(DataSet dataset, Family family, double rate, long seed, boolean healed) {
    private static final String HEALED = "-healed";

    public Case(DataSet dataset, Family family, double rate, long seed) {
        this(dataset, family, family == Family.CLEAN ? 0 : rate, seed, false);
    }

    /** The same data, seed and recipe without poison. */
    public Case twin() {
        return new Case(dataset, Family.CLEAN, 0, seed);
    }

    /** The same, after its quarantine. */
    public Case afterHealing() {
        return new Case(dataset, family, rate, seed, true);
    }

    /** A name that can be a directory's. */
    public String name() {
        return String.format(Locale.ROOT, "%s-%s-%.1f-%d", dataset, family, rate * 100, seed)
                        .toLowerCase(Locale.ROOT)
                + (healed ? HEALED : "");
    }

    static Case parse(String name) {
        boolean healed = name.endsWith(HEALED);
        String[] parts = (healed ? name.substring(0, name.length() - HEALED.length()) : name)
                .toUpperCase(Locale.ROOT)
                .split("-");
        return new Case(
                DataSet.valueOf(parts[0]),
                Family.valueOf(parts[1]),
                Double.parseDouble(parts[2]) / 100,
                Long.parseLong(parts[3]),
                healed);
    }
}
