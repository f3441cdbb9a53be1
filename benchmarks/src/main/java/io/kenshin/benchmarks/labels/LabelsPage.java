package io.kenshin.benchmarks.labels;

import static io.kenshin.benchmarks.detection.Table.decimals;
import static io.kenshin.benchmarks.detection.Table.percent;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kenshin.benchmarks.detection.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The published page of wrong labels, of the rows that are kept. */
final class LabelsPage {
    static final String ROWS = "benchmarks/matrix/labels.ndjson";
    static final String PAGE = "docs/detectors/label-figures.md";

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Seeds up to this one were for tuning. */
    private static final long TUNED = 20;

    private LabelsPage() {}

    /** Puts cases among those that are kept, and writes the page. */
    static void publish(Path root, List<LabelCase> cases) throws IOException {
        Path rows = root.resolve(ROWS);
        Map<String, LabelCase> kept = new TreeMap<>();
        if (Files.exists(rows)) {
            for (String line : Files.readAllLines(rows)) {
                LabelCase one = JSON.readValue(line, LabelCase.class);
                kept.put(key(one), one);
            }
        }
        cases.forEach(one -> kept.put(key(one), one));
        StringBuilder lines = new StringBuilder();
        for (LabelCase one : kept.values()) {
            lines.append(JSON.writeValueAsString(one)).append('\n');
        }
        Files.writeString(rows, lines);
        Files.writeString(root.resolve(PAGE), page(kept.values()));
    }

    private static String key(LabelCase one) {
        return String.format(
                Locale.ROOT, "%d %s %05.1f %03d", one.dataset().ordinal(), one.flips(), 100 * one.rate(), one.seed());
    }

    static String page(Collection<LabelCase> cases) {
        return String.join(
                "\n",
                """
                # The figures of wrong labels

                Written by `./kenshin benchmark labels --publish`; [what is measured](label-model.md). Each row is a
                mean over its seeds; *innocents* are the samples with a right label that people would have to look at.

                ## Reported
                Seeds from 21 on: looked at once, after the rule was fixed.
                """,
                table(cases.stream().filter(one -> one.seed() > TUNED).toList()),
                """
                ## Tuned on
                """,
                table(cases.stream().filter(one -> one.seed() <= TUNED).toList()));
    }

    static String table(List<LabelCase> cases) {
        Map<String, List<LabelCase>> rows = new TreeMap<>();
        cases.stream()
                .sorted(Comparator.comparing(LabelsPage::key))
                .forEach(one -> rows.computeIfAbsent(
                                key(one).substring(0, key(one).lastIndexOf(' ')), key -> new ArrayList<>())
                        .add(one));
        Table table = new Table(
                "data set",
                "flips",
                "rate",
                "seeds",
                "label AUC",
                "alarms",
                "recall",
                "innocents",
                "confident learning",
                "its innocents",
                "in hindsight at 1 %");
        for (List<LabelCase> row : rows.values()) {
            LabelCase first = row.get(0);
            boolean none = first.rate() == 0;
            table.row(
                    first.dataset().name().toLowerCase(Locale.ROOT),
                    none
                            ? "none"
                            : first.flips().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    percent(first.rate()),
                    row.size(),
                    decimals(mean(row, LabelCase::auc), 3),
                    row.stream().filter(LabelCase::alarm).count(),
                    none ? "" : decimals(mean(row, one -> one.check().recall()), 3),
                    percent(mean(row, one -> one.check().innocents())),
                    none ? "" : decimals(mean(row, one -> one.confident().recall()), 3),
                    percent(mean(row, one -> one.confident().innocents())),
                    none ? "" : decimals(mean(row, one -> one.hindsight().recall()), 3));
        }
        return table.toString();
    }

    private static double mean(List<LabelCase> cases, ToDoubleFunction<LabelCase> of) {
        return cases.stream().mapToDouble(of).average().orElse(0);
    }
}
