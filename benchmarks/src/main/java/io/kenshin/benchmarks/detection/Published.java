package io.kenshin.benchmarks.detection;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows that the published pages are written from, kept as JSON lines.
 *
 * @param detectors the detectors' means, of the last run that asked all of them
 * @param thresholds what other settings would have made of the cases of that run
 */
record Published(List<PublishedCase> cases, List<PublishedDetector> detectors, List<ThresholdCurve.Point> thresholds) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CASES = "cases.ndjson";
    private static final String DETECTORS = "detectors.ndjson";
    private static final String THRESHOLDS = "thresholds.ndjson";

    static Published read(Path folder) throws IOException {
        return new Published(
                read(folder.resolve(CASES), PublishedCase.class),
                read(folder.resolve(DETECTORS), PublishedDetector.class),
                read(folder.resolve(THRESHOLDS), ThresholdCurve.Point.class));
    }

    private static <T> List<T> read(Path file, Class<T> type) throws IOException {
        try (MappingIterator<T> rows = JSON.readerFor(type).readValues(file.toFile())) {
            return rows.readAll();
        }
    }

    void write(Path folder) throws IOException {
        write(folder.resolve(CASES), cases);
        write(folder.resolve(DETECTORS), detectors);
        write(folder.resolve(THRESHOLDS), thresholds);
    }

    private static void write(Path file, List<?> rows) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Object row : rows) {
            lines.append(JSON.writeValueAsString(row)).append('\n');
        }
        Files.writeString(file, lines);
    }

    /** A run's outcomes take the places of earlier ones of the same cases; the rest stays. */
    Published with(List<Cell> cells, List<ThresholdCurve.Point> points) {
        Map<String, PublishedCase> byCase = new TreeMap<>();
        cases.forEach(row -> byCase.put(row.key(), row));
        cells.stream().filter(Cell::kenshin).map(PublishedCase::of).forEach(row -> byCase.put(row.key(), row));
        List<PublishedCase> all =
                byCase.values().stream().sorted(PublishedCase.ORDER).toList();
        boolean everyDetector = cells.stream().anyMatch(cell -> !cell.kenshin() && !cell.ablation());
        return everyDetector
                ? new Published(all, PublishedDetector.of(cells), points)
                : new Published(all, detectors, thresholds);
    }
}
