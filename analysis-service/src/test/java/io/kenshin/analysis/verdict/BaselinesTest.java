package io.kenshin.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BaselinesTest {
    @Test
    void vectorsComeBackAsTheyWere() {
        float[][][][] vectors = {{{{1, 2}, {3, 4}, {5, 6}}, {{7, 8}, {9, 10}, {11, 12}}}, {{{-1, 0.5f}}, {{0, 3}}}, {}};
        assertThat(Baselines.decode(Baselines.encode(vectors))).isDeepEqualTo(vectors);
    }

    @Test
    void aDamagedBaselineIsRefused() {
        assertThatThrownBy(() -> Baselines.decode(new byte[] {127, 0, 0, 0})).hasMessageContaining("damaged");
    }
}
