package io.kenshin.detection.maths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverlapTest {
    @Test
    void isThatOfTheSetsAndLeavesThemAlone() {
        Random random = new Random(5);
        for (int round = 0; round < 100; round++) {
            BitSet a = bits(random);
            BitSet b = bits(random);
            Set<Integer> left = members(a);
            Set<Integer> both = members(a);
            Set<Integer> all = members(a);
            both.retainAll(members(b));
            all.addAll(members(b));

            assertThat(Overlap.shared(a, b)).isEqualTo(both.size());
            assertThat(Overlap.part(a, b)).isEqualTo(a.isEmpty() ? 0 : (double) both.size() / left.size());
            assertThat(Overlap.jaccard(a, b)).isEqualTo(all.isEmpty() ? 0 : (double) both.size() / all.size());
            assertThat(members(a)).isEqualTo(left);
        }
    }

    private static BitSet bits(Random random) {
        BitSet bits = new BitSet();
        for (int i = random.nextInt(12); i > 0; i--) {
            bits.set(random.nextInt(20));
        }
        return bits;
    }

    private static Set<Integer> members(BitSet bits) {
        return new HashSet<>(bits.stream().boxed().toList());
    }
}
