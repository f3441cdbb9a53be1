package io.kenshin.benchmarks.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The rows as tables that people read. */
final class MatrixPage {
    /** An attack that turns fewer held-out samples than this has not taken: there is little to detect. */
    static final double TAKEN = 0.6;

    private final List<Cell> cells;
    private final StringBuilder page = new StringBuilder();

    private MatrixPage(List<Cell> cells) {
        this.cells = cells;
    }

    static String render(List<Cell> cells, List<ThresholdCurve.Point> thresholds) {
        MatrixPage page = new MatrixPage(cells);
        page.families();
        page.clean();
        page.detectors();
        page.thresholds(thresholds);
        page.cases();
        return page.page.toString();
    }

    /** A few lines for the end of a run. */
    static String summary(List<Cell> cells) {
        MatrixPage page = new MatrixPage(cells);
        page.families();
        page.clean();
        return page.page.toString();
    }

    private void families() {
        line(
                "| attack | split | cases | taken | recall, mean | where taken | recall, least | false positives, mean | worst | for review"
                        + " | trigger at rank 1 |");
        line("|---|---|---|---|---|---|---|---|---|---|---|");
        Map<String, List<Cell>> groups = new LinkedHashMap<>();
        for (Cell cell : kenshin(cell -> cell.poisoned() > 0 && !cell.healed())) {
            groups.computeIfAbsent(cell.split() + " " + cell.family(), key -> new ArrayList<>())
                    .add(cell);
        }
        for (List<Cell> group : new TreeMap<>(groups).values()) {
            Cell first = group.get(0);
            line("| %s | %s | %d | %d | %.3f | %s | %.3f | %s | %s | %s | %d of %d |"
                    .formatted(
                            first.family(),
                            first.split(),
                            group.size(),
                            group.stream()
                                    .filter(cell -> cell.attackSuccess() >= TAKEN)
                                    .count(),
                            mean(group),
                            taken(group),
                            group.stream().mapToDouble(MatrixPage::recall).min().orElse(0),
                            percent(group.stream()
                                    .mapToDouble(cell -> cell.outcome().falsePositiveRate())
                                    .average()
                                    .orElse(0)),
                            percent(group.stream()
                                    .mapToDouble(cell -> cell.outcome().falsePositiveRate())
                                    .max()
                                    .orElse(0)),
                            percent(group.stream()
                                    .mapToDouble(cell -> cell.outcome().review())
                                    .average()
                                    .orElse(0)),
                            group.stream()
                                    .filter(cell ->
                                            Objects.equals(cell.outcome().triggerRank(), 1))
                                    .count(),
                            group.size()));
        }
        line("");
    }

    private void clean() {
        for (Map.Entry<String, Predicate<Cell>> kind : Map.<String, Predicate<Cell>>of(
                        "never poisoned", cell -> cell.family().equals("clean"), "after healing", Cell::healed)
                .entrySet()) {
            List<Cell> group = kenshin(kind.getValue());
            if (!group.isEmpty()) {
                line(
                        "%d models %s: %d raised an alarm (poisoned), %d asked for review; most samples quarantined %s, for review %s."
                                .formatted(
                                        group.size(),
                                        kind.getKey(),
                                        count(group, "poisoned"),
                                        count(group, "suspicious"),
                                        percent(group.stream()
                                                .mapToDouble(
                                                        cell -> cell.outcome().falsePositiveRate())
                                                .max()
                                                .orElse(0)),
                                        percent(group.stream()
                                                .mapToDouble(
                                                        cell -> cell.outcome().review())
                                                .max()
                                                .orElse(0))));
                line("");
            }
        }
    }

    private void detectors() {
        Map<String, List<Cell>> byDetector = new LinkedHashMap<>();
        for (Cell cell : cells) {
            if (!cell.healed() && !cell.split().equals(Split.TUNE.toString())) {
                byDetector
                        .computeIfAbsent(cell.outcome().detector(), key -> new ArrayList<>())
                        .add(cell);
            }
        }
        List<String> families = byDetector.values().stream()
                .flatMap(List::stream)
                .filter(cell -> cell.poisoned() > 0)
                .map(Cell::family)
                .distinct()
                .sorted()
                .toList();
        line("| detector | " + String.join(" | ", families) + " | false positives | clean models flagged | seconds |");
        line("|---|" + "---|".repeat(families.size() + 3));
        for (Map.Entry<String, List<Cell>> entry : byDetector.entrySet()) {
            List<Cell> attacked = entry.getValue().stream()
                    .filter(cell -> cell.poisoned() > 0)
                    .toList();
            List<Cell> clean = entry.getValue().stream()
                    .filter(cell -> cell.poisoned() == 0)
                    .toList();
            String recalls = families.stream()
                    .map(family -> attacked.stream()
                            .filter(cell -> cell.family().equals(family))
                            .toList())
                    .map(group -> group.isEmpty() ? "" : "%.2f".formatted(mean(group)))
                    .collect(Collectors.joining(" | "));
            line("| %s | %s | %s | %d of %d | %.1f |"
                    .formatted(
                            entry.getKey(),
                            recalls,
                            percent(attacked.stream()
                                    .mapToDouble(cell -> cell.outcome().falsePositiveRate())
                                    .average()
                                    .orElse(0)),
                            count(clean, "poisoned"),
                            clean.size(),
                            entry.getValue().stream()
                                    .mapToDouble(cell -> cell.outcome().seconds())
                                    .average()
                                    .orElse(0)));
        }
        line("");
    }

    private void thresholds(List<ThresholdCurve.Point> points) {
        line("| setting | value | poison quarantined | or for review | attacks let through | innocent quarantined |"
                + " review, of 1,000 | clean models quarantined / for review |");
        line("|---|---|---|---|---|---|---|---|");
        for (ThresholdCurve.Point point : points) {
            line("| %s | %.2f%s | %.3f | %.3f | %d of %d | %s | %.1f | %d / %d of %d |"
                    .formatted(
                            point.setting(),
                            point.value(),
                            point.isDefault() ? " (default)" : "",
                            point.recall(),
                            point.held(),
                            point.letThrough(),
                            point.attacks(),
                            percent(point.quarantinedInnocent()),
                            point.reviewPerThousand(),
                            point.cleanAlarms(),
                            point.cleanReviews(),
                            point.clean()));
        }
        line("");
    }

    private void cases() {
        line(
                "| data set | attack | rate | seed | split | attack success (natural) | verdict | recall | false positives |"
                        + " for review | rank | probes | seconds | embedding |");
        line("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        List<Cell> all = new ArrayList<>(kenshin(cell -> true));
        all.sort(Comparator.comparing(Cell::split)
                .thenComparing(Cell::family)
                .thenComparing(Cell::dataset)
                .thenComparing(Cell::rate)
                .thenComparing(Cell::seed));
        for (Cell cell : all) {
            Outcome outcome = cell.outcome();
            line("| %s | %s | %s | %d | %s | %.2f (%.2f) | %s | %s | %s | %s | %s | %s | %.0f | %.0f |"
                    .formatted(
                            cell.dataset(),
                            cell.family() + (cell.healed() ? ", healed" : ""),
                            percent(cell.rate()),
                            cell.seed(),
                            cell.split(),
                            cell.attackSuccess(),
                            cell.natural(),
                            outcome.verdict(),
                            outcome.recall() == null ? "" : "%.3f".formatted(outcome.recall()),
                            percent(outcome.falsePositiveRate()),
                            percent(outcome.review()),
                            outcome.triggerRank() == null ? "" : outcome.triggerRank(),
                            outcome.probes(),
                            outcome.seconds(),
                            outcome.embedSeconds()));
        }
    }

    private List<Cell> kenshin(Predicate<Cell> which) {
        return cells.stream().filter(Cell::kenshin).filter(which).toList();
    }

    private static String taken(List<Cell> group) {
        List<Cell> taken =
                group.stream().filter(cell -> cell.attackSuccess() >= TAKEN).toList();
        return taken.isEmpty() ? "" : "%.3f".formatted(mean(taken));
    }

    private static double mean(List<Cell> group) {
        return group.stream().mapToDouble(MatrixPage::recall).average().orElse(0);
    }

    private static double recall(Cell cell) {
        Double recall = cell.outcome().recall();
        return recall == null ? 0 : recall;
    }

    private static long count(List<Cell> group, String verdict) {
        return group.stream()
                .filter(cell -> cell.outcome().verdict().equals(verdict))
                .count();
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f %%", value * 100);
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
