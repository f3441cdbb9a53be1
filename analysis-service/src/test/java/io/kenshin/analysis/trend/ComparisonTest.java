package io.kenshin.analysis.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.scan.Change;
import io.kenshin.contracts.scan.ScanReport.Shape;
import io.kenshin.contracts.scan.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final int LAYERS = 7;

    private static Shape shape(String label, int layer, @Nullable String baseline, @Nullable Double p) {
        return new Shape(
                label, "layer " + layer, 500, 0.1, 1.0, baseline, p == null ? null : 0.3, p, p == null ? null : 2.0);
    }

    /** Of the label "flawed" so many layers have moved, of "clean" none. */
    private static List<Shape> moved(int layers) {
        List<Shape> shapes = new ArrayList<>();
        for (int layer = 0; layer < LAYERS; layer++) {
            shapes.add(shape("clean", layer, "s-0", 0.4 + 0.05 * layer));
            shapes.add(shape("flawed", layer, "s-0", layer < layers ? 0.005 : 0.5));
        }
        return shapes;
    }

    @Test
    void manyLayersOfALabelThatMoveWithoutACauseAreDrift() {
        assertThat(Comparison.change(Verdict.HEALTHY, moved(LAYERS), true)).isEqualTo(Change.DRIFT);
        assertThat(Comparison.change(Verdict.HEALTHY, moved(4), true)).isEqualTo(Change.DRIFT);
        assertThat(Comparison.change(Verdict.HEALTHY, moved(1), true)).isEqualTo(Change.STEADY);
        assertThat(Comparison.change(Verdict.HEALTHY, moved(0), true)).isEqualTo(Change.STEADY);
    }

    @Test
    void aProvenCauseIsAnAttackHoweverTheVectorsLie() {
        assertThat(Comparison.change(Verdict.POISONED, moved(LAYERS), true)).isEqualTo(Change.ATTACK);
        assertThat(Comparison.change(Verdict.POISONED, moved(0), true)).isEqualTo(Change.ATTACK);
        assertThat(Comparison.change(Verdict.SUSPICIOUS, moved(LAYERS), true)).isEqualTo(Change.SUSPECTED);
        assertThat(Comparison.change(Verdict.FAILED, List.of(), false)).isEqualTo(Change.UNKNOWN);
    }

    @Test
    void anotherVersionIsNoDriftAndTheFirstScanHasNothingToDriftFrom() {
        assertThat(Comparison.change(Verdict.HEALTHY, moved(LAYERS), false)).isEqualTo(Change.NEW_VERSION);
        assertThat(Comparison.change(Verdict.HEALTHY, List.of(shape("clean", 0, null, null)), false))
                .isEqualTo(Change.FIRST);
    }
}
