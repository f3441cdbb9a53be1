package io.kenshin.benchmarks.detection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A detector's means over the cases that nothing was tuned on.
 *
 * @param recall mean, by attack
 * @param falsePositives mean part of the innocent samples that it took for poisoned, where there was poison
 * @param cleanFlagged models without poison in which it found some
 * @param clean models without poison
 * @param seconds mean wall time, without embedding
 */
record PublishedDetector(
        String detector,
        Map<String, Double> recall,
        double falsePositives,
        int cleanFlagged,
        int clean,
        double seconds) {

    static List<PublishedDetector> of(List<Cell> cells) {
        return cells.stream()
                .filter(cell ->
                        !cell.ablation() && !cell.healed() && !cell.split().equals(Split.TUNE.toString()))
                .collect(Collectors.groupingBy(
                        cell -> cell.outcome().detector(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(PublishedDetector::mean)
                .toList();
    }

    private static PublishedDetector mean(List<Cell> cells) {
        List<Cell> attacked = cells.stream().filter(cell -> cell.poisoned() > 0).toList();
        List<Cell> clean = cells.stream().filter(cell -> cell.poisoned() == 0).toList();
        Map<String, Double> recall = attacked.stream()
                .collect(Collectors.groupingBy(
                        Cell::family,
                        TreeMap::new,
                        Collectors.averagingDouble(cell -> PublishedDetector.recall(cell.outcome()))));
        return new PublishedDetector(
                cells.get(0).outcome().detector(),
                recall,
                attacked.stream()
                        .mapToDouble(cell -> cell.outcome().falsePositiveRate())
                        .average()
                        .orElse(0),
                (int) clean.stream()
                        .filter(cell -> cell.outcome().verdict().equals("poisoned"))
                        .count(),
                clean.size(),
                cells.stream()
                        .mapToDouble(cell -> cell.outcome().seconds())
                        .average()
                        .orElse(0));
    }

    private static double recall(Outcome outcome) {
        Double recall = outcome.recall();
        return recall == null ? 0 : recall;
    }
}
