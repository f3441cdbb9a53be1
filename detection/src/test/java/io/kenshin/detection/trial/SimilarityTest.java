package io.kenshin.detection.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarityTest {
    /** Features 0 and 1 are common, 2 is rare. */
    private static final int[][] ROWS = {
        {0, 1, 3}, {0, 1, 4}, {0, 1, 5}, {2, 6, 7}, {0, 8, 9}, {0, 1, 10}, {0, 1, 11}, {0, 1, 12}
    };

    private static final List<Integer> ALL = List.of(0, 1, 2, 3, 4, 5, 6, 7);

    private static List<Integer> nearest(List<Integer> among, int each, int[]... queries) {
        return new Similarity(ROWS, 16).nearest(queries, among, each);
    }

    @Test
    void aRareFeatureCountsMoreThanTwoCommonOnes() {
        assertThat(nearest(ALL, 1, new int[] {0, 1, 2})).containsExactly(3);
    }

    @Test
    void theSameRowIsTheNearest() {
        for (int row : ALL) {
            assertThat(nearest(ALL, 1, ROWS[row])).containsExactly(row);
        }
    }

    @Test
    void longRowsAreNotNearerForTheirLength() {
        int[][] rows = {{0, 1}, {0, 1, 2, 3, 4, 5}, {6}, {7}, {8}};

        assertThat(new Similarity(rows, 16).nearest(new int[][] {{0, 1}}, List.of(0, 1, 2), 2))
                .containsExactly(0, 1);
    }

    @Test
    void onlyWhatMayBeTakenIs() {
        assertThat(nearest(List.of(4, 6), 1, new int[] {0, 1, 2, 11})).containsExactly(6);
    }

    @Test
    void eachIsTakenOnceSoASecondQueryTakesTheNext() {
        int[] query = {0, 1, 3};

        List<Integer> nearest = nearest(ALL, 2, query, query);

        assertThat(nearest).hasSize(4).doesNotHaveDuplicates().startsWith(0);
    }

    @Test
    void likenessIsOneOfTheSameRowAndLessOfOthers() {
        Similarity similarity = new Similarity(ROWS, 16);

        assertThat(similarity.likeness(ROWS[3], ALL)).isCloseTo(1, within(1e-9));
        assertThat(similarity.likeness(ROWS[3], List.of(0, 1))).isZero();
        assertThat(similarity.likeness(new int[] {0, 1, 2}, ALL)).isBetween(0.3, 0.9);
        assertThat(similarity.likeness(ROWS[3], List.of())).isZero();
    }

    @Test
    void thereAreNoMoreThanThereAre() {
        assertThat(nearest(List.of(1, 2, 3), 5, ROWS[0])).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(nearest(List.of(), 5, ROWS[0])).isEmpty();
        assertThat(nearest(ALL, 5)).isEmpty();
    }
}
