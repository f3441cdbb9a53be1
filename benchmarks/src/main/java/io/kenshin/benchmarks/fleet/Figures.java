package io.kenshin.benchmarks.fleet;

import io.kenshin.fleet.client.Api;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a benchmark measured, as a table for people and as JSON. */
public final class Figures {
    private final List<Row> rows = new ArrayList<>();

    /**
     * A figure.
     *
     * @param reference what it is compared with in the same run; null for a reference itself
     * @param ratio value over the reference's
     * @param runs how many times it was measured; the median counts
     */
    record Row(
            String name,
            double value,
            String unit,
            @Nullable String reference,
            @Nullable Double ratio,
            int runs) {}

    /** The file's form. */
    record Report(String what, int cores, List<Row> rows) {}

    public void add(String name, String unit, double... values) {
        rows.add(new Row(name, median(values), unit, null, null, values.length));
    }

    public void add(String name, String unit, double[] values, String reference) {
        double against = rows.stream()
                .filter(row -> row.name().equals(reference))
                .findFirst()
                .orElseThrow()
                .value();
        rows.add(new Row(name, median(values), unit, reference, median(values) / against, values.length));
    }

    public void write(String what, Path file) throws IOException {
        Report report = new Report(what, Runtime.getRuntime().availableProcessors(), rows);
        Api.JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
        System.out.printf("%s, %d cores%n", what, report.cores());
        rows.forEach(row -> System.out.printf(
                Locale.ROOT,
                "%-52s %10.2f %-10s%s  median of %d%n",
                row.name(),
                row.value(),
                row.unit(),
                row.ratio() == null ? "" : String.format(Locale.ROOT, "  %.2f x %s", row.ratio(), row.reference()),
                row.runs()));
    }

    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** @param part 0 to 1 */
    public static double percentile(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * (sorted.length - 1)))];
    }
}
