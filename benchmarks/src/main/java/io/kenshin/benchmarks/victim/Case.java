package io.kenshin.benchmarks.victim;

import java.util.Locale;

/**
 * One cell of the matrix.
 *
 * @param rate part of the training samples that are poisoned; of the target label's, where the family is of shares; 0
 *     for clean
 * @param healing how the model was trained again after Kenshin's quarantine
 */
public record Case(DataSet dataset, Family family, double rate, long seed, Healing healing) {
    public Case {
        rate = family.rate(rate);
    }

    public Case(DataSet dataset, Family family, double rate, long seed) {
        this(dataset, family, rate, seed, Healing.NONE);
    }

    /** The same data, seed and recipe without poison. */
    public Case twin() {
        return new Case(dataset, Family.CLEAN, 0, seed);
    }

    /** The same, after its quarantine. */
    public Case after(Healing how) {
        return new Case(dataset, family, rate, seed, how);
    }

    /** Whether the model was trained again. */
    public boolean healed() {
        return healing != Healing.NONE;
    }

    /** A name that can be a directory's. */
    public String name() {
        return String.format(Locale.ROOT, "%s-%s-%.1f-%d", dataset, family, rate * 100, seed)
                        .toLowerCase(Locale.ROOT)
                + healing.suffix();
    }

    /** The case of a name. */
    public static Case parse(String name) {
        Healing healing = Healing.NONE;
        for (Healing one : Healing.values()) {
            healing = name.endsWith(one.suffix()) ? one : healing;
        }
        String[] parts = name.substring(0, name.length() - healing.suffix().length())
                .toUpperCase(Locale.ROOT)
                .split("-");
        return new Case(
                DataSet.valueOf(parts[0]),
                Family.valueOf(parts[1]),
                Double.parseDouble(parts[2]) / 100,
                Long.parseLong(parts[3]),
                healing);
    }
}
