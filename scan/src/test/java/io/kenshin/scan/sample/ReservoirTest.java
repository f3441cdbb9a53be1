package io.kenshin.scan.sample;

import static io.kenshin.scan.MadeUpScan.LABELS;
import static io.kenshin.scan.MadeUpScan.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.sample.Sample;
import io.kenshin.scan.MadeUpScan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReservoirTest {
    private final MadeUpScan scan = new MadeUpScan();

    private static Reservoir of(List<VectorBatch.Row> rows, int most) {
        Reservoir reservoir = new Reservoir(plan(rows.size()), most);
        MadeUpScan.replay(rows).read(reservoir::add);
        return reservoir;
    }

    private static List<String> ids(ChosenSamples samples) {
        return samples.samples().stream().map(Sample::id).toList();
    }

    @Test
    void theOrderOfArrivalMattersOnlyToWhoeverAsksForIt() {
        List<VectorBatch.Row> rows = new ArrayList<>(scan.rows(400, 0));
        List<String> chosen = ids(of(rows, 100).byId());
        Collections.shuffle(rows, new Random(1));

        Reservoir shuffled = of(rows, 100);

        assertThat(chosen).isSorted();
        assertThat(ids(shuffled.byId())).isEqualTo(chosen);
        assertThat(ids(shuffled.asTheyCame())).hasSameElementsAs(chosen).isNotEqualTo(chosen);
    }

    @Test
    void aboutAsManyAsWereAskedForAreKeptAndOfFewAll() {
        List<VectorBatch.Row> rows = scan.rows(2_000, 0);

        assertThat(of(rows, 500).byId().samples()).hasSizeBetween(400, 600);
        assertThat(of(rows, 2_000).byId().samples()).hasSize(2_000);
    }

    @Test
    void whatFailedOrHasAnUnknownLabelIsNotLookedAt() {
        List<VectorBatch.Row> rows = new ArrayList<>(scan.rows(4, 0));
        rows.add(MadeUpScan.failed(4, "too long"));
        rows.add(scan.row(5, "other", "int a;"));

        assertThat(ids(of(rows, 100).byId())).containsExactly("id00000", "id00001", "id00002", "id00003");
    }

    @Test
    void aSampleIsLookedAtAsFarAsTheModelReadsIt() {
        List<VectorBatch.Row> rows = scan.rows(1, 0);
        VectorBatch before = MadeUpScan.batch(rows);
        VectorBatch noted =
                new VectorBatch("s-1", 0, before.views(), 12, 2, "cpu", 0.5, rows, new VectorBatch.Reading(256, 0, 0));
        Reservoir reservoir = new Reservoir(plan(2), 2);
        reservoir.add(before);
        reservoir.add(noted);

        assertThat(reservoir.asTheyCame().samples())
                .extracting(sample -> sample.source().limit())
                .containsExactly(Code.UNLIMITED, 256);
    }

    @Test
    void aSampleKeepsItsLabelItsChosenVectorsAndItsSource() {
        ChosenSamples chosen = of(scan.rows(4, 0), 100).byId();

        assertThat(chosen.views()).containsExactly("layer_1_cls", "layer_1_sentence");
        assertThat(chosen.view(1)).isEqualTo("layer_1_sentence");
        assertThat(chosen.samples().get(1).label()).isEqualTo(LABELS.indexOf("clean"));
        assertThat(chosen.samples().get(1).views()).hasDimensions(2, 12);
        assertThat(chosen.source("id00001")).isEqualTo("repo");
        assertThat(chosen.source("nobody")).isNull();
    }
}
