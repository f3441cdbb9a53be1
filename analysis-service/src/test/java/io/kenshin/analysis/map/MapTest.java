package io.kenshin.analysis.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.scan.map.MapSample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MapTest {
    private static MapSample sample(int i, String label, boolean found) {
        SampleFinding finding = found
                ? new SampleFinding("s", "id" + i, null, null, label, Decision.QUARANTINE, 1, List.of(), "t1")
                : null;
        return new MapSample("id" + i, label, null, new float[] {i, 0}, finding, null, List.of());
    }

    @Test
    void allFindingsAreDrawnAndOfTheOthersAnEqualPartOfEachLabel() {
        List<MapSample> samples = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            samples.add(sample(i, i % 3 == 0 ? "rare" : "common", i < 40));
        }

        List<MapSample> chosen = Choice.of(samples, 300);

        assertThat(chosen).hasSizeBetween(298, 300);
        assertThat(chosen.stream().filter(sample -> sample.finding() != null)).hasSize(40);
        double rare = chosen.stream()
                .filter(sample -> sample.finding() == null && sample.label().equals("rare"))
                .count();
        assertThat(rare / 260).isBetween(0.32, 0.35);
        Collections.shuffle(samples, new Random(1));
        assertThat(Choice.of(samples, 300)).isEqualTo(chosen);
    }

    @Test
    void aKnownSampleBeginsWhereItWasAndANewOneAmongItsNeighbours() {
        // Given a map of twenty samples in a row
        List<ScanMap.Point> points = new ArrayList<>();
        List<MapSample> samples = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            points.add(new ScanMap.Point("id" + i, "l", null, null, 0, null, 10 * i, -i, null, null, null));
            samples.add(sample(i, "l", false));
        }
        samples.add(new MapSample("new", "l", null, new float[] {7.1f, 0}, null, null, List.of()));

        // When
        double[][] places = Places.from(new ScanMap("before", "v", null, points), samples);

        // Then
        assertThat(places[4]).containsExactly(40, -4);
        assertThat(places[20][0]).isCloseTo(70, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(Places.from(new ScanMap("before", "v", null, points.subList(0, 8)), samples))
                .as("a map of other samples is no beginning")
                .isNull();
    }

    @Test
    void aFindingIsComparedWithTheNearestSamplesThatNothingWasFoundAbout() {
        List<MapSample> samples = List.of(
                sample(0, "l", true),
                sample(1, "l", true),
                sample(2, "l", false),
                sample(9, "l", false),
                sample(4, "l", false),
                sample(3, "l", false));

        assertThat(Nearest.of(samples))
                .containsExactly(
                        List.of("id2", "id3", "id4"),
                        List.of("id2", "id3", "id4"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
    }
}
