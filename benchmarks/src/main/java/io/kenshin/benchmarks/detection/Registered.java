package io.kenshin.benchmarks.detection;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of the cells that were written down before: the first look at each, which is never written again, and the
 * latest one beside it.
 */
record Registered(List<Looked> first, List<Looked> latest) {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String ROWS = "benchmarks/registered";
    private static final String PAGE = "docs/detectors/registered.md";
    private static final Comparator<Looked> ORDER = Comparator.comparing(Looked::dataset)
            .thenComparing(Looked::family)
            .thenComparing(Looked::rate)
            .thenComparing(Looked::seed)
            .thenComparing(Looked::healed);

    /** Writes the page again, of the rows that are there. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(System.getProperty("kenshin.root", "."));
        Files.writeString(root.resolve(PAGE), RegisteredPage.of(read(root), root));
    }

    static Registered read(Path root) throws IOException {
        Path folder = root.resolve(ROWS);
        return new Registered(rows(folder.resolve("first-look.ndjson")), rows(folder.resolve("latest.ndjson")));
    }

    private static List<Looked> rows(Path file) throws IOException {
        try (MappingIterator<Looked> rows = JSON.readerFor(Looked.class).readValues(file.toFile())) {
            return rows.readAll();
        }
    }

    /** What a run found takes the place of the latest, and that of the first look only where there was none. */
    Registered with(List<Cell> cells) {
        List<Looked> run = Looked.of(cells);
        return new Registered(merged(run, first), merged(latest, run));
    }

    /** Of rows of the same cell the later ones stay. */
    private static List<Looked> merged(List<Looked> rows, List<Looked> over) {
        Map<String, Looked> byKey = new TreeMap<>();
        rows.forEach(row -> byKey.put(row.key(), row));
        over.forEach(row -> byKey.put(row.key(), row));
        return byKey.values().stream().sorted(ORDER).toList();
    }

    void write(Path root) throws IOException {
        Path folder = root.resolve(ROWS);
        write(folder.resolve("first-look.ndjson"), first);
        write(folder.resolve("latest.ndjson"), latest);
        Files.writeString(root.resolve(PAGE), RegisteredPage.of(this, root));
    }

    private static void write(Path file, List<Looked> rows) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Looked row : rows) {
            lines.append(JSON.writeValueAsString(row)).append('\n');
        }
        Files.writeString(file, lines);
    }
}
