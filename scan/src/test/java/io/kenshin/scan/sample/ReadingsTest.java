package io.kenshin.scan.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.vector.VectorBatch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private static VectorBatch.Row row(String code, @Nullable String language) {
        return new VectorBatch.Row("id", null, null, "clean", code, language, null, new float[0], null);
    }

    private static VectorBatch batch(VectorBatch.@Nullable Reading reading, VectorBatch.Row... rows) {
        return new VectorBatch("s-1", 0, List.of(), 0, 0, "cpu", 0.5, List.of(rows), reading);
    }

    @Test
    void aLanguageIsReadByItsOwnRulesOrByTokensAndTheReportSaysWhich() {
        Readings readings = new Readings();
        readings.add(batch(null, row("public int a() { }", "java"), row("x", "cobol"), row("y", "cobol")));
        readings.add(batch(null, row("def m():\n    pass\n", null), row("a b c", null)));

        assertThat(readings.report().languages())
                .containsExactly(
                        new ScanReport.Language("cobol", true, false, 2),
                        new ScanReport.Language("java", true, true, 1),
                        new ScanReport.Language("python", false, true, 1),
                        new ScanReport.Language("unknown", false, false, 1));
    }

    @Test
    void whatTheModelDidNotReadIsCounted() {
        Readings readings = new Readings();
        readings.add(batch(new VectorBatch.Reading(512, 2, 90)));
        readings.add(batch(new VectorBatch.Reading(512, 1, 10)));

        assertThat(readings.report()).isEqualTo(new ScanReport.Reading(512, 3, 100, List.of()));
    }

    @Test
    void ofBatchesFromBeforeNobodyKnowsHowFarTheyWereRead() {
        Readings readings = new Readings();
        readings.add(batch(null));

        assertThat(readings.report()).isEqualTo(new ScanReport.Reading(null, 0, 0, List.of()));
    }
}
