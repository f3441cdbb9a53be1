package io.kenshin.scan.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.scan.MadeUpScan;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final MadeUpScan scan = new MadeUpScan();
    private final Tally tally = new Tally(MadeUpScan.LABELS);

    @Test
    void whatFailedAndWhatHasAnUnknownLabelIsNamedWithTheReason() {
        List<VectorBatch.Row> scorable = tally.count(MadeUpScan.batch(List.of(
                MadeUpScan.failed(9, "too long"),
                scan.row(1, "clean", "int a;"),
                scan.row(3, "other", "int b;"),
                scan.row(2, "risky", "int c;"))));

        assertThat(scorable).extracting(VectorBatch.Row::sampleId).containsExactly("id00001", "id00002");
        assertThat(tally.scored()).isEqualTo(2);
        assertThat(tally.failures())
                .containsExactly(
                        new ScanReport.Failed("id00003", "e3", "label 'other' is none of the model's [clean, risky]"),
                        new ScanReport.Failed("id00009", null, "too long"));
    }

    @Test
    void timeIsSummedByDevice() {
        List<VectorBatch.Row> rows = scan.rows(3, 0);
        tally.count(MadeUpScan.batch(rows));
        tally.count(new VectorBatch("s-1", 1, MadeUpScan.VIEWS, 12, 2, "cuda", 0.25, rows));
        tally.count(MadeUpScan.batch(rows.subList(0, 1)));

        assertThat(tally.devices())
                .containsExactly(new ScanReport.Device("cpu", 1.0, 4), new ScanReport.Device("cuda", 0.25, 3));
    }
}
