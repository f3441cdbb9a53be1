package io.kenshin.benchmarks.detection;

import static io.kenshin.benchmarks.detection.Table.decimals;
import static io.kenshin.benchmarks.detection.Table.percent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The published pages: what follows from the cases in tables, every case in a list, and a plot. */
final class MatrixPage {
    /** Where the rows are kept, and where the pages go, from the root of the repository. */
    static final String ROWS = "benchmarks/matrix";

    static final String PAGES = "docs/detectors";

    private MatrixPage() {}

    /** Writes the pages again, of the rows that are there: for whoever changes what the pages say. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(System.getProperty("kenshin.root", "."));
        write(root, Published.read(root.resolve(ROWS)));
    }

    static void write(Path root, Published published) throws IOException {
        for (Map.Entry<String, String> page : pages(published).entrySet()) {
            Files.writeString(root.resolve(PAGES).resolve(page.getKey()), page.getValue());
        }
    }

    static Map<String, String> pages(Published published) {
        return Map.of(
                "figures.md", figures(published),
                "matrix.md", cases(published.cases()),
                "matrix.svg", MatrixPlot.svg(published.detectors()));
    }

    /** A few lines for the end of a run. */
    static String summary(List<Cell> cells) {
        List<PublishedCase> cases =
                cells.stream().filter(Cell::kenshin).map(PublishedCase::of).toList();
        return new AttackTables(new CaseSet(cases)).families() + "\n" + ScanTables.clean(cases);
    }

    private static String figures(Published published) {
        List<PublishedCase> cases = published.cases();
        AttackTables attacks = new AttackTables(new CaseSet(cases));
        return String.join(
                "\n",
                """
                # The figures of the matrix

                Written by `./kenshin benchmark detection --publish`;
                [how to read them](README.md#how-to-read-the-figures), and [every single case](matrix.md).

                ## What goals were set for
                """,
                attacks.goals(),
                """
                ## By attack
                Mean and least recall count attacks that hardly took as well.
                """,
                attacks.families(),
                """
                ## By rate
                Mean recall, and of how many cases, at each part of the training samples that is poisoned.
                """,
                attacks.rates(),
                """
                ## Not reached
                Attacks that took and of which less than 90 % were quarantined.
                """,
                attacks.missed(),
                """
                ## Attacks that did not take
                They turn less than 60 % of the samples that they should turn: there is little to prove.
                """,
                attacks.untaken(),
                """
                ## Without an attack
                """,
                ScanTables.clean(cases),
                """
                ## What a scan costs
                A scan with its probes, in passes of embedding the same samples; two scans at a time on two cores.
                """,
                ScanTables.costs(cases),
                """
                ## Beside other detectors
                Mean recall, tuning cases left out.

                ![recall by family and detector](matrix.svg)
                """,
                ScanTables.detectors(published.detectors()),
                """
                ## What a threshold costs
                The same figures judged by other settings: what people have to look at against what gets through.
                """,
                ScanTables.thresholds(published.thresholds()));
    }

    private static String cases(List<PublishedCase> cases) {
        Table table = new Table(
                "data set",
                "attack",
                "rate",
                "seed",
                "split",
                "attack success (natural)",
                "verdict",
                "recall",
                "false positives",
                "for review",
                "rank",
                "probes",
                "seconds",
                "embedding");
        for (PublishedCase row : cases) {
            table.row(
                    row.dataset(),
                    row.attack() + (row.healed() ? ", healed" : ""),
                    percent(row.rate()),
                    row.seed(),
                    row.split(),
                    decimals(row.attackSuccess(), 2) + " (" + decimals(row.natural(), 2) + ")",
                    row.verdict(),
                    row.recall() == null ? "" : decimals(row.recall(), 3),
                    percent(row.falsePositives()),
                    percent(row.review()),
                    Objects.requireNonNullElse(row.rank(), ""),
                    row.probes(),
                    row.seconds(),
                    row.embedding());
        }
        return """
                # Every case of the matrix

                Written by `./kenshin benchmark detection --publish`; seconds on two cores, two scans at a time.

                """ + table;
    }
}
