package io.kenshin.benchmarks.detection;

import static io.kenshin.benchmarks.detection.Table.decimals;
import static io.kenshin.benchmarks.detection.Table.percent;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Some of the published cases, with their figures as they are written in a table. */
record CaseSet(List<PublishedCase> rows) {
    CaseSet where(Predicate<PublishedCase> which) {
        return new CaseSet(rows.stream().filter(which).toList());
    }

    CaseSet taken() {
        return where(PublishedCase::hasTaken);
    }

    int size() {
        return rows.size();
    }

    /** Mean recall; empty where there is no case. */
    String recall() {
        return rows.isEmpty() ? "" : decimals(mean(PublishedCase::found), 3);
    }

    String leastRecall() {
        return decimals(rows.stream().mapToDouble(PublishedCase::found).min().orElse(0), 3);
    }

    String meanPercent(ToDoubleFunction<PublishedCase> figure) {
        return percent(mean(figure));
    }

    String mostPercent(ToDoubleFunction<PublishedCase> figure) {
        return percent(rows.stream().mapToDouble(figure).max().orElse(0));
    }

    /** In how many the planted trigger is the first that is listed. */
    String first() {
        return where(row -> Objects.equals(row.rank(), 1)).size() + " of " + size();
    }

    long verdicts(String verdict) {
        return where(row -> row.verdict().equals(verdict)).size();
    }

    private double mean(ToDoubleFunction<PublishedCase> figure) {
        return rows.stream().mapToDouble(figure).average().orElse(0);
    }
}
