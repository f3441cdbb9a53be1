package io.kenshin.detection.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {
    private static final int WIDTH = 1 << 14;

    private static int[] row(Random random, int size) {
        return random.ints(0, WIDTH).distinct().limit(size).toArray();
    }

    /** The row with some of its features replaced. */
    private static int[] edited(int[] row, int replaced, Random random) {
        int[] copy = row.clone();
        int[] others = row(random, replaced);
        System.arraycopy(others, 0, copy, 0, replaced);
        return Arrays.stream(copy).distinct().toArray();
    }

    @Test
    void aCopyWithASmallEditIsInTheGroupOfItsOriginal() {
        Random random = new Random(1);
        List<int[]> rows = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int[] row = row(random, 200);
            rows.add(row);
            rows.add(edited(row, 6, random));
        }

        NearDuplicates duplicates = new NearDuplicates(rows);

        for (int i = 0; i < 100; i += 2) {
            assertThat(duplicates.group(i)).isEqualTo(duplicates.group(i + 1));
        }
    }

    @Test
    void rowsThatShareLessAreApart() {
        Random random = new Random(2);
        int[] row = row(random, 200);

        NearDuplicates duplicates = new NearDuplicates(List.of(row, edited(row, 60, random), row(random, 200)));

        assertThat(duplicates.group(0)).isNotEqualTo(duplicates.group(1)).isNotEqualTo(duplicates.group(2));
    }

    @Test
    void boilerplateDoesNotGrowToAGroupWithoutEnd() {
        Random random = new Random(3);
        int[] row = row(random, 100);
        List<int[]> rows = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            rows.add(row);
        }

        NearDuplicates duplicates = new NearDuplicates(rows);

        int[] groups = new int[1_000];
        for (int i = 0; i < 1_000; i++) {
            groups[duplicates.group(i)]++;
        }
        assertThat(Arrays.stream(groups).max().orElseThrow()).isLessThanOrEqualTo(50);
    }

    @Test
    void whatIsNoneOfThemIsRecognisedByItsTwin() {
        Random random = new Random(4);
        int[] row = row(random, 200);
        NearDuplicates duplicates = new NearDuplicates(List.of(row(random, 200), row));

        assertThat(duplicates.like(edited(row, 5, random))).hasValue(1);
        assertThat(duplicates.like(row(random, 200))).isEmpty();
    }

    @Test
    void theOverlapIsThatOfSets() {
        assertThat(NearDuplicates.jaccard(new int[] {3, 1, 2}, new int[] {2, 3, 4}))
                .isEqualTo(0.5);
        assertThat(NearDuplicates.jaccard(new int[0], new int[0])).isEqualTo(1);
        assertThat(NearDuplicates.jaccard(new int[] {1}, new int[] {2})).isZero();
    }
}
