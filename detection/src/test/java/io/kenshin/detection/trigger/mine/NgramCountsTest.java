package io.kenshin.detection.trigger.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NgramCountsTest {
    @Test
    void aSampleCountsOnceForItsLabel() {
        NgramCounts counts = new NgramCounts(2);
        counts.add(7, 0, 0);
        counts.add(7, 0, 0);
        counts.add(7, 1, 0);
        counts.add(7, 2, 1);

        assertThat(counts.count(7, 0)).isEqualTo(2);
        assertThat(counts.count(7, 1)).isEqualTo(1);
        assertThat(counts.total(7)).isEqualTo(3);
    }

    @Test
    void whatNobodyHasIsCountedZero() {
        NgramCounts counts = new NgramCounts(3);
        counts.add(7, 0, 2);

        assertThat(counts.total(8)).isZero();
        assertThat(counts.count(7, 0)).isZero();
    }

    @Test
    void hashesThatFallOnTheSamePlaceAreToldApart() {
        NgramCounts counts = new NgramCounts(1);
        counts.add(5, 0, 0);
        counts.add(5 + (1L << 16), 1, 0);
        counts.add(5 + (1L << 16), 2, 0);

        assertThat(counts.total(5)).isEqualTo(1);
        assertThat(counts.total(5 + (1L << 16))).isEqualTo(2);
        assertThat(counts.total(5 + (1L << 17))).isZero();
    }

    @Test
    void aTableThatGrowsKeepsWhatItCounted() {
        Random random = new Random(6);
        NgramCounts counts = new NgramCounts(2);
        Map<Long, Set<Integer>> naive = new HashMap<>();
        for (int sample = 0; sample < 300; sample++) {
            for (int i = 0; i < 400; i++) {
                long hash = 1 + random.nextInt(80_000);
                counts.add(hash, sample, sample % 2);
                naive.computeIfAbsent(hash, key -> new HashSet<>()).add(sample);
            }
        }

        assertThat(naive.size()).as("more than the table begins with room for").isGreaterThan(1 << 15);
        naive.forEach((hash, samples) -> {
            int odd = (int) samples.stream().filter(sample -> sample % 2 == 1).count();
            if (counts.total(hash) != samples.size() || counts.count(hash, 1) != odd) {
                throw new AssertionError(hash + " is counted " + counts.total(hash) + " and not " + samples.size());
            }
        });
    }
}
