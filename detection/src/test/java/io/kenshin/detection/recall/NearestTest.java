package io.kenshin.detection.recall;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Candidate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final float[] SHOWN_CLEAN = {1, 0};
    private final List<Sample> samples = new ArrayList<>();

    private void add(int label, float[] logits, float... vector) {
        samples.add(new Sample("s", "", label, new float[][] {vector}, logits));
    }

    private List<Integer> near(int carriers, int... known) {
        BitSet first = new BitSet();
        first.set(0, carriers);
        BitSet explained = new BitSet();
        for (int position : known) {
            explained.set(position);
        }
        Candidate proven = MadeUpTask.candidate(MadeUpTask.span("log();"), new Behaviour(0), first);
        return Nearest.to(proven, explained, samples);
    }

    @Test
    void theNearestToTheMiddleOfTheCarriersComeFirst() {
        add(0, SHOWN_CLEAN, 0, 0);
        add(0, SHOWN_CLEAN, 4, 2);
        add(0, SHOWN_CLEAN, 2, 4);
        add(0, SHOWN_CLEAN, 2, 1);
        add(0, SHOWN_CLEAN, 0, 0);

        // The middle is (2, 1).
        assertThat(near(2)).containsExactly(3, 4, 2);
    }

    @Test
    void everyDimensionCounts() {
        add(0, SHOWN_CLEAN, 0, 0);
        add(0, SHOWN_CLEAN, 3, 3);
        add(0, SHOWN_CLEAN, 4, 0);
        add(0, SHOWN_CLEAN, 0, 5);

        assertThat(near(1)).containsExactly(2, 1, 3);
    }

    @Test
    void onlySamplesThatTeachAndShowTheTargetAreNeighbours() {
        add(0, SHOWN_CLEAN, 0);
        add(1, SHOWN_CLEAN, 0);
        add(0, new float[] {0, 1}, 0);
        add(0, SHOWN_CLEAN, 9);

        assertThat(near(1)).containsExactly(3);
    }

    @Test
    void whatIsKnownAlreadyIsNoNeighbour() {
        add(0, SHOWN_CLEAN, 0);
        add(0, SHOWN_CLEAN, 1);
        add(0, SHOWN_CLEAN, 2);

        assertThat(near(1, 1)).containsExactly(2);
    }

    @Test
    void withoutVectorsNobodyIsNear() {
        samples.add(new Sample("s", "", 0, new float[0][], SHOWN_CLEAN));
        samples.add(new Sample("s", "", 0, new float[0][], SHOWN_CLEAN));

        assertThat(near(1)).isEmpty();
    }

    @Test
    void onlyTheFirstViewIsLookedAt() {
        samples.add(new Sample("s", "", 0, new float[][] {{0}, {9}}, SHOWN_CLEAN));
        samples.add(new Sample("s", "", 0, new float[][] {{5}, {9}}, SHOWN_CLEAN));
        samples.add(new Sample("s", "", 0, new float[][] {{1}, {0}}, SHOWN_CLEAN));

        assertThat(near(1)).containsExactly(2, 1);
    }
}
