package io.kenshin.benchmarks.detection;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What some cells of a plan are to reach, written down before they are run.
 *
 * @param name as in {@code benchmarks/preregistered.md}
 * @param in which cells count
 * @param measure what is measured of them
 * @param bound the least or the most that is allowed, as the measure has it
 */
record Goal(String name, Predicate<Cell> in, Measure measure, double bound) {
    /** A figure of several cells. */
    enum Measure {
        /** Mean part of the poison that is quarantined. */
        RECALL(true, true, cell -> value(cell.outcome().recall())),
        /** Part of the cells in which the planted trigger is the first that is listed. */
        FIRST(true, true, cell -> Objects.equals(cell.outcome().triggerRank(), 1) ? 1 : 0),
        /** Mean part of the poison that is quarantined or shown to people. */
        POISON_HELD(true, true, cell -> value(cell.outcome().poisonHeld())),
        /** Mean part of the innocent samples that is quarantined. */
        FALSE_POSITIVES(false, true, cell -> cell.outcome().falsePositiveRate()),
        /** Mean part of the innocent samples that is quarantined or shown to people. */
        INNOCENT_HELD(false, true, cell -> value(cell.outcome().innocentHeld())),
        /** Cells whose verdict is that they are poisoned. */
        ALARMS(false, false, cell -> cell.outcome().verdict().equals("poisoned") ? 1 : 0);

        private final boolean least;
        private final boolean mean;
        private final ToDoubleFunction<Cell> figure;

        Measure(boolean least, boolean mean, ToDoubleFunction<Cell> figure) {
            this.least = least;
            this.mean = mean;
            this.figure = figure;
        }

        /** Else it is a number of cells. */
        boolean isMean() {
            return mean;
        }

        private static double value(@Nullable Double value) {
            return value == null ? 0 : value;
        }
    }

    /** The cells that count. */
    List<Cell> cells(List<Cell> all) {
        return all.stream().filter(Cell::kenshin).filter(in).toList();
    }

    /** The figure of the cells that count; empty where there are none. */
    OptionalDouble figure(List<Cell> all) {
        List<Cell> cells = cells(all);
        if (cells.isEmpty()) {
            return OptionalDouble.empty();
        }
        double sum = cells.stream().mapToDouble(measure.figure).sum();
        return OptionalDouble.of(measure.mean ? sum / cells.size() : sum);
    }

    /** Whether a figure is what was asked for. */
    boolean isReached(double figure) {
        return measure.least ? figure >= bound : figure <= bound;
    }

    /** The bound in words. */
    String asked() {
        return (measure.least ? ">= " : "<= ")
                + (measure.mean
                        ? BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString()
                        : Integer.toString((int) bound));
    }

    /** What became of goals. */
    static String table(List<Goal> goals, List<Cell> cells) {
        Table table = new Table("goal", "cells", "figure", "asked for", "reached");
        for (Goal goal : goals) {
            OptionalDouble figure = goal.figure(cells);
            table.row(
                    goal.name,
                    goal.cells(cells).size(),
                    figure.isPresent() ? Table.decimals(figure.getAsDouble(), 4) : "",
                    goal.asked(),
                    figure.isEmpty() ? "" : goal.isReached(figure.getAsDouble()) ? "yes" : "no");
        }
        return table.toString();
    }
}
