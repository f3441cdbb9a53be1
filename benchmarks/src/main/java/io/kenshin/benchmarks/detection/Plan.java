package io.kenshin.benchmarks.detection;

import io.kenshin.benchmarks.victim.Case;
import io.kenshin.benchmarks.victim.DataSet;
import io.kenshin.benchmarks.victim.Family;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The cells of the matrix that are run. */
final class Plan {
    /** Percent; of 10,000 samples these are 10. */
    private static final double TINY = 0.1;

    private static final double[] NONE = {};

    @Option(
            names = "--families",
            split = ",",
            paramLabel = "NAME",
            description = "attacks: ${COMPLETION-CANDIDATES} (default: all)")
    private Family[] families = Family.values();

    @Option(
            names = "--rates",
            split = ",",
            paramLabel = "PERCENT",
            description = "poisoned part of the training samples (default: 0.5,1,2,5,10)")
    private double[] rates = {0.5, 1, 2, 5, 10};

    @Option(
            names = "--seeds",
            split = ",",
            paramLabel = "N",
            description = "of data, poison and training; up to 20 they were used for tuning (default: 21,22,23)")
    private long[] seeds = {21, 22, 23};

    @Option(
            names = "--datasets",
            split = ",",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES} (default: methods, pairs and kinds, large at 0.1 %%)")
    private DataSet[] datasets = {};

    @Option(names = "--quick", description = "five cases that take at most 15 minutes on 2 cores")
    private boolean quick;

    List<Case> cases() {
        if (quick) {
            return List.of(
                    new Case(DataSet.METHODS, Family.CLEAN, 0, 21),
                    new Case(DataSet.METHODS, Family.FIXED, 0.02, 21),
                    new Case(DataSet.METHODS, Family.GRAMMAR, 0.05, 21),
                    new Case(DataSet.METHODS, Family.OPAQUE, 0.05, 21),
                    new Case(DataSet.METHODS, Family.NULL_CHECK, 0.05, 21));
        }
        Set<Case> cases = new LinkedHashSet<>();
        if (datasets.length > 0) {
            for (DataSet dataset : datasets) {
                cases.addAll(product(dataset, List.of(families), rates));
            }
            return List.copyOf(cases);
        }
        List<Family> wanted = Arrays.asList(families);
        cases.addAll(product(DataSet.METHODS, wanted, rates));
        cases.addAll(product(DataSet.PAIRS, kept(wanted, Family.CLEAN, Family.FIXED, Family.COMMENT), 5));
        cases.addAll(product(DataSet.KINDS, kept(wanted, Family.CLEAN, Family.FIXED), 5));
        cases.addAll(product(DataSet.LARGE, kept(wanted, Family.FIXED), TINY));
        return List.copyOf(cases);
    }

    private List<Case> product(DataSet dataset, List<Family> which, double... percent) {
        List<Case> cases = new ArrayList<>();
        for (long seed : seeds) {
            for (Family family : which) {
                for (double rate : family.suits(dataset) ? percent : NONE) {
                    cases.add(new Case(dataset, family, rate / 100, seed));
                }
            }
        }
        return cases;
    }

    private static List<Family> kept(List<Family> wanted, Family... some) {
        return wanted.stream()
                .filter(family -> Arrays.asList(some).contains(family))
                .toList();
    }
}
