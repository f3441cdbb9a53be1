package io.kenshin.detection.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelModelTest {
    private static final Behaviour CLEAN = new Behaviour(0);
    private final List<Sample> samples = new MadeUpTask().samples(300, 20);
    private final LabelModel model = new LabelModel(samples, new Exchangeability(samples, 1), 1);

    private static BitSet from(int first, int step, int count) {
        BitSet members = new BitSet();
        for (int i = 0; i < count; i++) {
            members.set(first + i * step);
        }
        return members;
    }

    @Test
    void poisonDoesNotLookLikeWhatItTeachesAndHonestSamplesDo() {
        assertThat(model.ownLabel(from(0, 1, 20), CLEAN)).isLessThan(0.3);
        assertThat(model.ownLabel(from(21, 2, 20), CLEAN)).isGreaterThan(0.7);
    }

    @Test
    void theOtherLabelIsTheOtherWayRound() {
        double clean = model.ownLabel(from(20, 2, 20), CLEAN);

        assertThat(clean).isLessThan(0.3);
        assertThat(model.ownLabel(from(20, 2, 20), new Behaviour(1))).isGreaterThan(0.7);
    }

    @Test
    void nobodyIsNoPoison() {
        assertThat(model.ownLabel(new BitSet(), CLEAN)).isEqualTo(1);
    }
}
