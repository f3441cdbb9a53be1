package io.kenshin.benchmarks.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegisteredTest {
    private static final Path ROOT = Path.of(System.getProperty("kenshin.root"));

    private static Cell cell(String detector, String family, double recall, String verdict) {
        Outcome outcome = new Outcome(detector, recall, 0.001, 0, 1, verdict, 2, 4.0, 700, recall, 0.0, null);
        return new Cell(family, 0.03, 31, "bugs2fix", "report", false, 2000, 60, 1, 0.2, 0.56, outcome);
    }

    @Test
    void thePageIsWrittenFromTheRowsThatAreKept() throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/detectors/registered.md")))
                .as("the main method of Registered writes it")
                .isEqualTo(RegisteredPage.of(Registered.read(ROOT), ROOT));
    }

    @Test
    void theFirstLookStaysWhateverComesLater() {
        Registered before = new Registered(List.of(), List.of());
        Registered once = before.with(List.of(cell(KenshinDetector.NAME, "fixed", 0.5, "poisoned")));
        Registered twice = once.with(List.of(
                cell(KenshinDetector.NAME, "fixed", 0.9, "poisoned"),
                cell(KenshinDetector.NAME, "comment", 0.7, "poisoned")));

        assertThat(twice.first()).extracting(Looked::recall).containsExactly(0.7, 0.5);
        assertThat(twice.latest()).extracting(Looked::recall).containsExactly(0.7, 0.9);
        assertThat(RegisteredPage.of(twice, ROOT)).contains("poisoned, recall 0.900, 0.10 % |");
    }

    @Test
    void aRowHasWhatEachClaimAdds() {
        List<Looked> rows = Looked.of(List.of(
                cell(KenshinDetector.NAME, "fixed", 0.9, "poisoned"),
                cell(Ablation.PREFIX + "surprise", "fixed", 1, "poisoned"),
                cell(Ablation.PREFIX + "surprise", "comment", 0.3, "poisoned")));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.ablation()).isEqualTo(Map.of("surprise", new Looked.Part(1.0, 0.001)));
            assertThat(row.cell().outcome().recall()).isEqualTo(0.9);
        });
    }

    @Test
    void intervalsAreThoseOfStudent() {
        double[] interval = Student.interval(new double[] {0.8, 0.9, 1.0});

        assertThat(interval[0]).isCloseTo(0.9 - 4.3027 * 0.1 / Math.sqrt(3), within(1e-4));
        assertThat(interval[1]).isCloseTo(0.9 + 4.3027 * 0.1 / Math.sqrt(3), within(1e-4));
    }
}
