package io.kenshin.codemodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BatchesTest {
    @Test
    void theLongestComeFirstAndSamplesWithoutTokensAreLeftOut() {
        long[][] tokens = {new long[3], null, new long[9], new long[5], new long[4]};

        assertThat(new Batches(2, 1_000, false).of(tokens)).containsExactly(List.of(2, 3), List.of(4, 0));
    }

    @Test
    void paddingCountsAndOneLongSampleStandsAlone() {
        long[][] tokens = {new long[50], new long[10], new long[10], new long[10]};

        assertThat(new Batches(64, 20, false).of(tokens)).containsExactly(List.of(0), List.of(1, 2), List.of(3));
    }

    @Test
    void withoutPaddingEachBatchHasOneLength() {
        long[][] tokens = {new long[7], new long[8], new long[7], new long[8], new long[8]};

        assertThat(new Batches(2, 1_000, true).of(tokens)).containsExactly(List.of(1, 3), List.of(4), List.of(0, 2));
    }

    @Test
    void everySampleIsInOneBatchAndNoBatchIsTooLarge() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            long[][] tokens = new long[random.nextInt(60)][];
            for (int i = 0; i < tokens.length; i++) {
                tokens[i] = new long[1 + random.nextInt(100)];
            }
            Batches limits = new Batches(1 + random.nextInt(9), 1 + random.nextInt(400), random.nextBoolean());

            List<List<Integer>> batches = limits.of(tokens);

            assertThat(batches.stream().flatMap(List::stream).sorted().toList())
                    .isEqualTo(java.util.stream.IntStream.range(0, tokens.length)
                            .boxed()
                            .toList());
            assertThat(batches)
                    .allSatisfy(batch -> assertThat(batch.size() == 1
                                    || (batch.size() <= limits.samples()
                                            && batch.size() * tokens[batch.get(0)].length <= limits.tokens()))
                            .isTrue());
        }
    }
}
