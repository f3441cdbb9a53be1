package io.kenshin.benchmarks.detection;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The table of the attacks that a goal was set for. */
final class GoalTable {
    /** Known while rules were made, and promised something of. */
    private static final Set<String> KNOWN = Set.of("fixed", "grammar", "rename", "constant", "comment");
    /** The least part of poison that the goals of known families are for. */
    private static final double LEAST = 0.01;

    private static final List<Group> GROUPS = List.of(
            new Group("known families, 1 to 10 %", "", GoalTable::isKnown),
            known("fixed"),
            known("grammar"),
            known("rename"),
            known("constant"),
            known("comment"),
            new Group("known families, 0.5 % (10 of 2,000)", "", row -> isOfKnownFamily(row) && row.rate() < LEAST),
            new Group("unseen families, 1 to 10 %", "0.9", row -> row.split().equals("unseen")),
            new Group(
                    "adaptive names, 5 %",
                    "0.6", row -> row.attack().equals("adaptive") && row.split().equals("report")),
            large("10 of 10,000 (0.1 %)", "report"),
            large("10 of 10,000 (0.1 %), tuning", "tune"));

    private GoalTable() {}

    private record Group(String name, String goal, Predicate<PublishedCase> in) {}

    static String of(CaseSet attacks) {
        Table table = new Table(
                "attacks",
                "cases",
                "recall, mean",
                "goal",
                "taken",
                "recall where taken",
                "recall where not",
                "false positives, mean",
                "trigger at rank 1");
        for (Group group : GROUPS) {
            CaseSet set = attacks.where(group.in);
            if (set.size() > 0) {
                table.row(
                        group.name,
                        set.size(),
                        set.recall(),
                        group.goal,
                        set.taken().size(),
                        set.taken().recall(),
                        set.where(row -> !row.hasTaken()).recall(),
                        set.meanPercent(PublishedCase::falsePositives),
                        set.first());
            }
        }
        return table.toString();
    }

    private static Group known(String family) {
        return new Group(
                "of these " + family,
                "0.99",
                row -> isKnown(row) && row.attack().equals(family));
    }

    private static Group large(String name, String split) {
        return new Group(
                name,
                "0.85 at 1 %",
                row -> row.dataset().equals("large") && row.split().equals(split));
    }

    private static boolean isKnown(PublishedCase row) {
        return isOfKnownFamily(row) && row.rate() >= LEAST;
    }

    private static boolean isOfKnownFamily(PublishedCase row) {
        return KNOWN.contains(row.attack())
                && row.split().equals("report")
                && row.dataset().equals("methods");
    }
}
