package io.kenshin.scan.sample;

import static io.kenshin.scan.MadeUpScan.LABELS;
import static io.kenshin.scan.MadeUpScan.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.scan.ScanPlan;
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
    void whereThereIsRoomForAllTheyAreAsTheyCame() {
        List<VectorBatch.Row> rows = new ArrayList<>(scan.rows(300, 0));
        Collections.shuffle(rows, new Random(3));

        assertThat(ids(of(rows, 300).asTheyCame()))
                .containsExactlyElementsOf(
                        rows.stream().map(VectorBatch.Row::sampleId).toList());
    }

    @Test
    void exactlyAsManyAsWereAskedForAreKeptAndOfFewAll() {
        List<VectorBatch.Row> rows = scan.rows(2_000, 0);

        assertThat(of(rows, 500).byId().samples()).hasSize(500);
        assertThat(of(rows, 501).byId().samples()).hasSize(501);
        assertThat(of(rows, 2_000).byId().samples()).hasSize(2_000);
    }

    @Test
    void aRareSourceAndARareLabelAreNotLost() {
        List<VectorBatch.Row> rows = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            String source = i < 3 ? "tiny" : i < 40 ? "small" : "large";
            rows.add(from(source, scan.row(i, i % 400 == 0 ? "risky" : "clean", "int a" + i + ";")));
        }

        ChosenSamples chosen = of(rows, 200).byId();

        assertThat(chosen.samples()).hasSize(200);
        assertThat(chosen.samples().stream()
                        .filter(sample -> chosen.source(sample.id()).equals("tiny")))
                .hasSize(3);
        assertThat(chosen.samples().stream().filter(sample -> sample.label() == 1))
                .hasSize(10);
        // The strata share 100 places evenly: 1, 2, 9, 37 are all there are of four, the fifth has the rest.
        assertThat(chosen.samples().stream()
                        .filter(sample -> chosen.source(sample.id()).equals("small")))
                .hasSize(37);
    }

    @Test
    void halfIsDrawnFromAllAlike() {
        List<VectorBatch.Row> rows = new ArrayList<>();
        for (int i = 0; i < 8_000; i++) {
            rows.add(from(i % 10 == 0 ? "b" : "a", scan.row(i, i % 4 == 1 ? "risky" : "clean", "int a;")));
        }

        ChosenSamples chosen = of(rows, 4_000).byId();

        // 2,000 alike and 2,000 in three strata of a quarter, a tenth and the rest of the samples.
        long risky =
                chosen.samples().stream().filter(sample -> sample.label() == 1).count();
        long fromB = chosen.samples().stream()
                .filter(sample -> chosen.source(sample.id()).equals("b"))
                .count();
        assertThat(risky).isBetween(1_100L, 1_350L);
        assertThat(fromB).isBetween(780L, 800L);
    }

    @Test
    void ofMoreSourcesThanPlacesSomeHaveOneWhateverTheOrder() {
        List<VectorBatch.Row> rows = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            rows.add(from("source" + i % 300, scan.row(i, "clean", "int a;")));
        }
        List<String> chosen = ids(of(rows, 100).byId());
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(rows, new Random(seed));
            assertThat(ids(of(rows, 100).byId())).isEqualTo(chosen);
        }
        assertThat(chosen).hasSize(100);
    }

    @Test
    void everyScanLooksElsewhere() {
        List<VectorBatch.Row> rows = scan.rows(2_000, 0);
        ScanPlan tomorrow = new ScanPlan("s-2", "d", "m", 1, "/models/m/1", LABELS, 1, rows.size(), false);
        Reservoir reservoir = new Reservoir(tomorrow, 500);
        MadeUpScan.replay(rows).read(reservoir::add);

        List<String> both = new ArrayList<>(ids(reservoir.byId()));
        both.retainAll(ids(of(rows, 500).byId()));

        // By chance, a quarter of them.
        assertThat(both).hasSizeBetween(90, 170);
    }

    @Test
    void whatWasLookedForStandsBesideTheChoiceOnce() {
        List<VectorBatch.Row> rows = scan.rows(400, 0);
        Reservoir reservoir = of(rows, 100);
        List<String> before = ids(reservoir.byId());
        SampleRows sampleRows = new SampleRows(plan(rows.size()));
        List<Drawn> fetched = rows.stream()
                .limit(50)
                .map(row -> sampleRows.drawn(row, 0, new int[] {0}, null))
                .toList();

        reservoir.include(fetched);

        List<String> after = ids(reservoir.byId());
        assertThat(after).containsAll(before).doesNotHaveDuplicates().isSorted();
        assertThat(after)
                .containsAll(fetched.stream().map(drawn -> drawn.sample().id()).toList());
        assertThat(after.size()).isBetween(101, 149);
    }

    private static VectorBatch.Row from(String source, VectorBatch.Row row) {
        return new VectorBatch.Row(
                row.sampleId(), null, source, row.label(), row.code(), null, row.vectors(), row.logits(), null);
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
