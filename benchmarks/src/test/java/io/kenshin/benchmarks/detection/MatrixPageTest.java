package io.kenshin.benchmarks.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixPageTest {
    private static final Path ROOT = Path.of(System.getProperty("kenshin.root"));
    private static final Path ROWS = ROOT.resolve(MatrixPage.ROWS);

    @Test
    void thePagesThatPeopleReadAreWrittenFromTheRowsThatAreKept() throws IOException {
        for (Map.Entry<String, String> page :
                MatrixPage.pages(Published.read(ROWS)).entrySet()) {
            assertThat(Files.readString(ROOT.resolve(MatrixPage.PAGES).resolve(page.getKey())))
                    .as(page.getKey() + ": the main method of MatrixPage writes it")
                    .isEqualTo(page.getValue());
        }
    }

    @Test
    void theGuideHoldsNoFigureOfItsOwn() throws IOException {
        String guide = Files.readString(ROOT.resolve(MatrixPage.PAGES).resolve("README.md"));

        assertThat(guide.split("## How to read the figures", -1)[1]).doesNotContainPattern("\\d\\.\\d");
    }

    @Test
    void rowsAreKeptAsTheyWere(@TempDir Path folder) throws IOException {
        Published.read(ROWS).write(folder);

        assertThat(Published.read(folder)).isEqualTo(Published.read(ROWS));
    }

    @Test
    void aRunTakesThePlacesOfItsOwnCasesOnly() throws IOException {
        Published before = Published.read(ROWS);
        Cell again = cell("fixed", 21, KenshinDetector.NAME);
        Cell other = cell("fixed", 99, KenshinDetector.NAME);

        Published after = before.with(List.of(again, other), List.of());

        assertThat(after.cases()).hasSize(before.cases().size() + 1);
        assertThat(after.cases().stream().filter(row -> row.key().equals("methods fixed 0.05 21 false")))
                .singleElement()
                .isEqualTo(PublishedCase.of(again));
        assertThat(after.cases()).isSortedAccordingTo(PublishedCase.ORDER);
        assertThat(after.detectors())
                .as("the comparison is of a run that asks every detector")
                .isEqualTo(before.detectors());
    }

    @Test
    void detectorsAreComparedByTheirMeans() throws IOException {
        Cell one = cell("fixed", 21, "density");
        Cell tuned = cell("fixed", 20, "density");

        Published after = Published.read(ROWS).with(List.of(one, tuned), List.of());

        assertThat(after.detectors()).singleElement().satisfies(detector -> {
            assertThat(detector.recall()).containsExactly(Map.entry("fixed", 0.5));
            assertThat(detector.seconds()).isEqualTo(2);
        });
        assertThat(after.thresholds()).isEmpty();
    }

    private static Cell cell(String family, long seed, String detector) {
        Outcome outcome = new Outcome(detector, 0.5, 0.001, 0, 1, "poisoned", 2, 4.0, 700, null, null, null);
        String split = seed > 20 ? "report" : "tune";
        return new Cell(family, 0.05, seed, "methods", split, false, 2000, 100, 1, 0, 0.99, outcome);
    }
}
