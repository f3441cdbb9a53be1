package io.kenshin.benchmarks.detection;

import static io.kenshin.benchmarks.detection.Table.decimals;
import static io.kenshin.benchmarks.detection.Table.percent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The tables of alarms without poison, of costs, of other detectors and of other thresholds. */
final class ScanTables {
    /** What a scan may cost, in embedding passes. */
    private static final double GOAL = 2.5;

    private ScanTables() {}

    /** Alarms where there is no attack to find. */
    static String clean(List<PublishedCase> cases) {
        Table table = new Table(
                "models",
                "number",
                "alarms (poisoned)",
                "asked for review",
                "most samples quarantined",
                "most for review");
        CaseSet all = new CaseSet(cases);
        clean(table, "never poisoned", all.where(row -> row.attack().equals("clean")));
        clean(table, "after healing", all.where(PublishedCase::healed));
        return table.toString();
    }

    private static void clean(Table table, String name, CaseSet set) {
        table.row(
                name,
                set.size(),
                set.verdicts("poisoned"),
                set.verdicts("suspicious"),
                set.mostPercent(PublishedCase::falsePositives),
                set.mostPercent(PublishedCase::review));
    }

    /** Scans with their probes, in passes of embedding the same samples. */
    static String costs(List<PublishedCase> cases) {
        Table table = new Table(
                "data set",
                "scans",
                "median",
                "90th percentile",
                "most",
                "beyond " + GOAL + " (goal)",
                "probes, median",
                "most");
        cost(table, "all", cases);
        cases.stream().collect(Collectors.groupingBy(PublishedCase::dataset)).entrySet().stream()
                .sorted(Comparator.comparing(set -> -set.getValue().size()))
                .forEach(set -> cost(table, set.getKey(), set.getValue()));
        return table.toString();
    }

    private static void cost(Table table, String name, List<PublishedCase> rows) {
        List<Double> costs = rows.stream().map(PublishedCase::cost).sorted().toList();
        List<Integer> probes = rows.stream().map(PublishedCase::probes).sorted().toList();
        table.row(
                name,
                rows.size(),
                decimals(quantile(costs, 0.5), 2),
                decimals(quantile(costs, 0.9), 2),
                decimals(costs.get(costs.size() - 1), 2),
                costs.stream().filter(cost -> cost > GOAL).count(),
                quantile(probes, 0.5),
                probes.get(probes.size() - 1));
    }

    private static <T> T quantile(List<T> sorted, double part) {
        return sorted.get((int) (part * sorted.size()));
    }

    static String detectors(List<PublishedDetector> detectors) {
        List<String> attacks = detectors.stream()
                .flatMap(detector -> detector.recall().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        List<String> columns = new ArrayList<>(List.of("detector"));
        columns.addAll(attacks);
        columns.addAll(List.of("false positives", "clean models flagged", "seconds"));
        Table table = new Table(columns);
        for (PublishedDetector detector : detectors) {
            List<Object> cells = new ArrayList<>(List.of(detector.detector()));
            attacks.forEach(attack -> {
                Double recall = detector.recall().get(attack);
                cells.add(recall == null ? "" : decimals(recall, 2));
            });
            cells.add(percent(detector.falsePositives()));
            cells.add(detector.cleanFlagged() + " of " + detector.clean());
            cells.add(decimals(detector.seconds(), 1));
            table.row(cells.toArray());
        }
        return table.toString();
    }

    static String thresholds(List<ThresholdCurve.Point> points) {
        Table table = new Table(
                "setting",
                "value",
                "poison quarantined",
                "or for review",
                "attacks let through",
                "innocent quarantined",
                "review, of 1,000",
                "clean models quarantined / for review");
        for (ThresholdCurve.Point point : points) {
            table.row(
                    point.setting(),
                    decimals(point.value(), 2) + (point.isDefault() ? " (default)" : ""),
                    decimals(point.recall(), 3),
                    decimals(point.held(), 3),
                    point.letThrough() + " of " + point.attacks(),
                    percent(point.quarantinedInnocent()),
                    decimals(point.reviewPerThousand(), 1),
                    point.cleanAlarms() + " / " + point.cleanReviews() + " of " + point.clean());
        }
        return table.toString();
    }
}
