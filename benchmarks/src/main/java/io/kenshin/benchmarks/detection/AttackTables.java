package io.kenshin.benchmarks.detection;

import static io.kenshin.benchmarks.detection.Table.decimals;
import static io.kenshin.benchmarks.detection.Table.percent;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The tables of what was found of attacks, and what was not. */
final class AttackTables {
    /** An attack of which more than this part is quarantined is caught. */
    private static final double CAUGHT = 0.9;

    private final CaseSet attacks;

    AttackTables(CaseSet cases) {
        attacks = cases.where(PublishedCase::attacked);
    }

    String goals() {
        return GoalTable.of(attacks);
    }

    String families() {
        Table table = new Table(
                "attack",
                "split",
                "cases",
                "taken",
                "recall, mean",
                "where taken",
                "recall, least",
                "false positives, mean",
                "worst",
                "for review",
                "trigger at rank 1");
        for (CaseSet set : bySplitAndAttack()) {
            table.row(
                    set.rows().get(0).attack(),
                    set.rows().get(0).split(),
                    set.size(),
                    set.taken().size(),
                    set.recall(),
                    set.taken().recall(),
                    set.leastRecall(),
                    set.meanPercent(PublishedCase::falsePositives),
                    set.mostPercent(PublishedCase::falsePositives),
                    set.meanPercent(PublishedCase::review),
                    set.first());
        }
        return table.toString();
    }

    /** Mean recall at every rate, and of how many cases. */
    String rates() {
        List<Double> rates = attacks.rows().stream()
                .map(PublishedCase::rate)
                .distinct()
                .sorted()
                .toList();
        List<String> columns = new ArrayList<>(List.of("attack", "split"));
        rates.forEach(rate -> columns.add(decimals(rate * 100, 1) + " %"));
        Table table = new Table(columns);
        for (CaseSet set : bySplitAndAttack()) {
            List<Object> cells = new ArrayList<>(
                    List.of(set.rows().get(0).attack(), set.rows().get(0).split()));
            for (double rate : rates) {
                CaseSet at = set.where(row -> row.rate() == rate);
                cells.add(at.size() == 0 ? "" : at.recall() + " (" + at.size() + ")");
            }
            table.row(cells.toArray());
        }
        return table.toString();
    }

    String missed() {
        return cases(row -> row.hasTaken() && row.found() < CAUGHT);
    }

    String untaken() {
        return cases(row -> !row.hasTaken());
    }

    private String cases(Predicate<PublishedCase> which) {
        Table table = new Table(
                "data set",
                "attack",
                "rate",
                "seed",
                "split",
                "attack success",
                "verdict",
                "recall",
                "for review",
                "rank",
                "why");
        for (PublishedCase row : attacks.where(which).rows()) {
            table.row(
                    row.dataset(),
                    row.attack(),
                    percent(row.rate()),
                    row.seed(),
                    row.split(),
                    decimals(row.attackSuccess(), 2),
                    row.verdict(),
                    decimals(row.found(), 3),
                    percent(row.review()),
                    Objects.requireNonNullElse(row.rank(), ""),
                    Objects.requireNonNullElse(row.note(), ""));
        }
        return table.toString();
    }

    private List<CaseSet> bySplitAndAttack() {
        return attacks.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.split() + " " + row.attack(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(CaseSet::new)
                .toList();
    }
}
