package io.kenshin.benchmarks.detection;

import io.kenshin.benchmarks.victim.Case;
import io.kenshin.benchmarks.victim.DataSet;
import io.kenshin.benchmarks.victim.Family;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The cells of the matrix that are run. */
final class Plan {
    /** Percent; of 10,000 samples these are 10. */
    private static final double TINY = 0.1;
    /** Rates that are no further apart are the same. */
    private static final double CLOSE = 1e-9;

    /** Those of the published matrix; later ones are for plans that were written down. */
    private static final Set<Family> MATRIX = EnumSet.range(Family.CLEAN, Family.FIXED_TO_DEFECTIVE);

    private static final double[] RATES = {0.5, 1, 2, 5, 10};
    private static final long[] SEEDS = {21, 22, 23};

    @Option(
            names = "--plan",
            split = ",",
            paramLabel = "NAME",
            description = "cells that were written down with their goals before they were run, see"
                    + " benchmarks/preregistered.md: ${COMPLETION-CANDIDATES}; other options leave some out")
    private Preregistered[] plans = {};

    @Option(
            names = "--families",
            split = ",",
            paramLabel = "NAME",
            description = "attacks: ${COMPLETION-CANDIDATES} (default: clean to fixed_to_defective)")
    private Family[] families = {};

    @Option(
            names = "--rates",
            split = ",",
            paramLabel = "PERCENT",
            description = "poisoned part of the training samples (default: 0.5,1,2,5,10)")
    private double[] rates = {};

    @Option(
            names = "--seeds",
            split = ",",
            paramLabel = "N",
            description = "of data, poison and training; up to 20 they were used for tuning (default: 21,22,23)")
    private long[] seeds = {};

    @Option(
            names = "--datasets",
            split = ",",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES} (default: methods, pairs and kinds, large at 0.1 %%)")
    private DataSet[] datasets = {};

    @Option(names = "--quick", description = "five cases that take at most 15 minutes on 2 cores")
    private boolean quick;

    /** @param root of the installation, where what is published lies */
    List<Case> cases(Path root) {
        if (plans.length > 0) {
            return Arrays.stream(plans)
                    .flatMap(plan -> plan.cases(root).stream())
                    .filter(this::isWanted)
                    .distinct()
                    .toList();
        }
        if (quick) {
            return List.of(
                    new Case(DataSet.METHODS, Family.CLEAN, 0, 21),
                    new Case(DataSet.METHODS, Family.FIXED, 0.02, 21),
                    new Case(DataSet.METHODS, Family.GRAMMAR, 0.05, 21),
                    new Case(DataSet.METHODS, Family.OPAQUE, 0.05, 21),
                    new Case(DataSet.METHODS, Family.NULL_CHECK, 0.05, 21));
        }
        Cells cells = new Cells();
        List<Long> at = Arrays.stream(seeds.length > 0 ? seeds : SEEDS).boxed().toList();
        List<Family> wanted = families.length > 0 ? Arrays.asList(families) : List.copyOf(MATRIX);
        double[] percent = rates.length > 0 ? rates : RATES;
        for (DataSet dataset : datasets) {
            cells.add(dataset, wanted, at, percent);
        }
        if (datasets.length == 0) {
            cells.add(DataSet.METHODS, wanted, at, percent);
            cells.add(DataSet.PAIRS, kept(wanted, Family.CLEAN, Family.FIXED, Family.COMMENT), at, 5);
            cells.add(DataSet.KINDS, kept(wanted, Family.CLEAN, Family.FIXED), at, 5);
            cells.add(DataSet.LARGE, kept(wanted, Family.FIXED), at, TINY);
        }
        return cells.all();
    }

    /** Whether the cells were written down before. */
    boolean isRegistered() {
        return plans.length > 0;
    }

    /** What the cells are to reach. */
    List<Goal> goals() {
        return Arrays.stream(plans).flatMap(plan -> plan.goals().stream()).toList();
    }

    /** Whether a cell of a plan is among those that were asked for. */
    private boolean isWanted(Case cell) {
        return (families.length == 0 || Arrays.asList(families).contains(cell.family()))
                && (datasets.length == 0 || Arrays.asList(datasets).contains(cell.dataset()))
                && (seeds.length == 0 || Arrays.stream(seeds).anyMatch(seed -> seed == cell.seed()))
                && (rates.length == 0
                        || cell.family() == Family.CLEAN
                        || Arrays.stream(rates).anyMatch(rate -> Math.abs(rate / 100 - cell.rate()) < CLOSE));
    }

    private static List<Family> kept(List<Family> wanted, Family... some) {
        return wanted.stream()
                .filter(family -> Arrays.asList(some).contains(family))
                .toList();
    }
}
