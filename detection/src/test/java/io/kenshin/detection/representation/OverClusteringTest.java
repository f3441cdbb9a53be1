package io.kenshin.detection.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.representation.OverClustering.Cluster;
import io.kenshin.detection.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OverClusteringTest {
    private final Random random = new Random(3);
    private final List<Sample> samples = new ArrayList<>();

    private void add(int count, int label, int views) {
        for (int i = 0; i < count; i++) {
            float[][] vectors = new float[views][12];
            for (float[] vector : vectors) {
                for (int d = 0; d < vector.length; d++) {
                    vector[d] = (float) random.nextGaussian();
                }
            }
            samples.add(new Sample("s", "", label, vectors, new float[0]));
        }
    }

    @Test
    void everyLabelIsCutInEveryViewAtTwoGrains() {
        add(200, 0, 2);
        add(200, 1, 2);

        List<Cluster> clusters = OverClustering.find(samples, 2, 1);

        for (int label = 0; label < 2; label++) {
            for (int view = 0; view < 2; view++) {
                int wanted = label;
                int shown = view;
                int members = clusters.stream()
                        .filter(cluster -> cluster.label() == wanted && cluster.view() == shown)
                        .mapToInt(cluster -> cluster.members().cardinality())
                        .sum();
                // Each grain divides all two hundred, less those in clusters of under four.
                assertThat(members).isBetween(320, 400);
            }
        }
    }

    @Test
    void aClusterIsOfOneLabelAndOfFourMembersOrMore() {
        add(100, 1, 1);
        add(100, 0, 1);

        for (Cluster cluster : OverClustering.find(samples, 2, 1)) {
            assertThat(cluster.members().cardinality()).isGreaterThanOrEqualTo(4);
            assertThat(cluster.members().stream()).allMatch(i -> samples.get(i).label() == cluster.label());
            assertThat(cluster.cohesion()).isGreaterThan(1);
        }
    }

    @Test
    void theDensestComeFirst() {
        add(200, 0, 1);

        List<Double> cohesions = OverClustering.find(samples, 1, 1).stream()
                .map(cluster -> -cluster.cohesion())
                .toList();

        assertThat(cohesions).isNotEmpty().isSorted();
    }

    @Test
    void aLabelOfFewerThanTwentyIsNotCut() {
        add(19, 0, 1);
        assertThat(OverClustering.find(samples, 1, 1)).isEmpty();
        assertThat(OverClustering.find(List.of(), 1, 1)).isEmpty();
    }
}
