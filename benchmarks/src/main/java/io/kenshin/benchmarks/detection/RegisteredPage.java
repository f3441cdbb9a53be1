package io.kenshin.benchmarks.detection;

import static io.kenshin.benchmarks.detection.Table.decimals;
import static io.kenshin.benchmarks.detection.Table.percent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The page of the runs that were written down before. */
final class RegisteredPage {
    private RegisteredPage() {}

    static String of(Registered registered, Path root) {
        return String.join(
                "\n", """
                # Runs that were written down before

                Written by `./kenshin benchmark detection --plan NAME --publish`. [What is run, and what it is to
                reach](../../benchmarks/preregistered.md), was committed before; [how to read the
                figures](README.md#how-to-read-the-figures).

                ## What became of the goals
                """, goals(registered, root), """
                Of several seeds, the interval is that of their means, at 95 % (Student's t); of alarms, the most that
                so many cells without one leave open.

                ## What each claim adds
                Attacks that took: mean recall. Without poison: models of which something would have been quarantined.
                """, ablation(registered.latest()), """
                ## Every cell
                The first look, which stays as it was, and the latest one where it is another.
                """, cells(registered));
    }

    private static String goals(Registered registered, Path root) {
        Table table = new Table("goal", "asked for", "cells run", "seeds", "first look", "reached", "latest");
        for (Preregistered plan : Preregistered.values()) {
            int planned = plan.cases(root).size();
            long run = plan.cases(root).stream()
                    .filter(wanted -> registered.first().stream()
                            .anyMatch(row -> row.dataset().equals(name(wanted.dataset()))
                                    && row.family().equals(name(wanted.family()))
                                    && Math.abs(row.rate() - wanted.rate()) < 1e-4
                                    && row.seed() == wanted.seed()))
                    .count();
            table.row("**" + name(plan) + "**: " + run + " of " + planned + " cells", "", "", "", "", "", "");
            for (Goal goal : plan.goals()) {
                List<Cell> cells = goal.cells(of(registered.first()));
                table.row(
                        goal.name(),
                        goal.asked(),
                        cells.size(),
                        cells.stream().map(Cell::seed).distinct().count(),
                        figure(goal, of(registered.first())),
                        reached(goal, of(registered.first())),
                        figure(goal, of(registered.latest())));
            }
        }
        return table.toString();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static List<Cell> of(List<Looked> rows) {
        return rows.stream().map(Looked::cell).toList();
    }

    private static String reached(Goal goal, List<Cell> cells) {
        return goal.figure(cells).isEmpty()
                ? ""
                : goal.isReached(goal.figure(cells).getAsDouble()) ? "yes" : "no";
    }

    private static String figure(Goal goal, List<Cell> cells) {
        if (goal.figure(cells).isEmpty()) {
            return "";
        }
        double figure = goal.figure(cells).getAsDouble();
        int count = goal.cells(cells).size();
        if (!goal.measure().isMean()) {
            String most = figure == 0 ? " (at most " + percent(1 - Math.pow(0.05, 1.0 / count)) + ")" : "";
            return (int) figure + " of " + count + most;
        }
        return decimals(figure, 4) + interval(goal, cells);
    }

    /** Cells of one seed have their data in common, so seeds are what is independent. */
    private static String interval(Goal goal, List<Cell> cells) {
        double[] means = goal.cells(cells).stream()
                .map(Cell::seed)
                .distinct()
                .mapToDouble(seed -> goal.figure(cells.stream()
                                .filter(cell -> cell.seed() == seed)
                                .toList())
                        .orElse(0))
                .toArray();
        if (means.length < 2) {
            return "";
        }
        double[] interval = Student.interval(means);
        return String.format(Locale.ROOT, " (%.3f to %.3f)", interval[0], interval[1]);
    }

    private static String ablation(List<Looked> rows) {
        Set<String> parts = new LinkedHashSet<>();
        rows.forEach(row -> parts.addAll(row.ablation().keySet()));
        parts.add("");
        Table table = new Table(
                "rule ends with",
                "attacks that took",
                "recall",
                "false positives",
                "without poison",
                "flagged",
                "most quarantined");
        Predicate<Cell> taken = Which.taken();
        List<Looked> whole =
                rows.stream().filter(row -> !row.ablation().isEmpty()).toList();
        List<Looked> attacked =
                whole.stream().filter(row -> taken.test(row.cell())).toList();
        List<Looked> clean =
                whole.stream().filter(row -> Which.clean().test(row.cell())).toList();
        for (String part : parts) {
            table.row(
                    part.isEmpty() ? "all rules (Kenshin)" : part,
                    attacked.size(),
                    decimals(mean(attacked, row -> orZero(part(row, part).recall())), 3),
                    percent(mean(attacked, row -> part(row, part).falsePositives())),
                    clean.size(),
                    clean.stream()
                            .filter(row -> part(row, part).falsePositives() > 0)
                            .count(),
                    percent(clean.stream()
                            .mapToDouble(row -> part(row, part).falsePositives())
                            .max()
                            .orElse(0)));
        }
        return table.toString();
    }

    private static Looked.Part part(Looked row, String part) {
        return part.isEmpty()
                ? new Looked.Part(row.recall(), row.falsePositives())
                : Objects.requireNonNullElse(row.ablation().get(part), new Looked.Part(null, 0));
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private static double mean(List<Looked> rows, ToDoubleFunction<Looked> figure) {
        return rows.stream().mapToDouble(figure).average().orElse(0);
    }

    private static String cells(Registered registered) {
        Table table = new Table(
                "data set",
                "attack",
                "rate",
                "seed",
                "accuracy",
                "attack success (twin)",
                "verdict",
                "recall",
                "false positives",
                "for review",
                "rank",
                "proven by",
                "probes",
                "passes",
                "latest");
        for (Looked row : registered.first()) {
            List<Object> cells = new ArrayList<>(List.of(
                    row.dataset(),
                    row.family() + (row.healed() ? ", healed" : ""),
                    percent(row.rate()),
                    row.seed(),
                    decimals(row.accuracy(), 2),
                    row.poisoned() == 0
                            ? ""
                            : decimals(row.attackSuccess(), 2) + " (" + decimals(row.natural(), 2) + ")",
                    row.verdict(),
                    row.recall() == null ? "" : decimals(row.recall(), 3),
                    percent(row.falsePositives()),
                    percent(row.review()),
                    Objects.requireNonNullElse(row.rank(), ""),
                    row.route(),
                    row.probes(),
                    decimals((double) (row.seconds() + row.embedding()) / Math.max(1, row.embedding()), 1)));
            cells.add(registered.latest().stream()
                    .filter(other -> other.key().equals(row.key()))
                    .findFirst()
                    .map(other -> later(row, other))
                    .orElse(""));
            table.row(cells.toArray());
        }
        return table.toString();
    }

    private static String later(Looked first, Looked latest) {
        boolean same = first.verdict().equals(latest.verdict())
                && Objects.equals(first.recall(), latest.recall())
                && first.falsePositives() == latest.falsePositives();
        String recall = latest.recall() == null ? "" : ", recall " + decimals(latest.recall(), 3);
        return same ? "" : latest.verdict() + recall + ", " + percent(latest.falsePositives());
    }
}
