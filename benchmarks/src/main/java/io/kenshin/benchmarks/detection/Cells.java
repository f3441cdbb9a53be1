package io.kenshin.benchmarks.detection;

import io.kenshin.benchmarks.victim.Case;
import io.kenshin.benchmarks.victim.DataSet;
import io.kenshin.benchmarks.victim.Family;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Cells of a plan, each once, in the order in which they are added. */
final class Cells {
    private final Set<Case> cases = new LinkedHashSet<>();

    /** Every family that suits the data set, at every seed and rate. */
    Cells add(DataSet dataset, Collection<Family> families, List<Long> seeds, double... percent) {
        for (long seed : seeds) {
            for (Family family : families) {
                if (family.suits(dataset)) {
                    for (double rate : percent) {
                        cases.add(new Case(dataset, family, rate / 100, seed));
                    }
                }
            }
        }
        return this;
    }

    List<Case> all() {
        return List.copyOf(cases);
    }
}
