package io.kenshin.ingest.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.Limits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutsTest {
    private static List<Integer> ends(long... sizes) {
        Cuts cuts = new Cuts();
        for (long size : sizes) {
            cuts.add(size);
        }
        List<Integer> ends = new ArrayList<>();
        for (int chunk = 0; chunk < cuts.chunks(); chunk++) {
            assertThat(cuts.from(chunk)).isEqualTo(chunk == 0 ? 0 : ends.get(chunk - 1));
            ends.add(cuts.to(chunk));
        }
        return ends;
    }

    @Test
    void smallSamplesAreCutByTheirNumber() {
        assertThat(ends(new long[75])).containsExactly(32, 64, 75);
        assertThat(ends(new long[32])).containsExactly(32);
        assertThat(ends()).isEmpty();
    }

    @Test
    void largeSamplesAreCutByTheirBytes() {
        long most = Limits.PART_BYTES;

        assertThat(ends(1, most / 2, most / 2, most / 2, most, most + 1, 1)).containsExactly(2, 4, 5, 6, 7);
    }
}
