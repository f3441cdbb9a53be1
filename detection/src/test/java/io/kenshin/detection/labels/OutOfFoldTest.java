package io.kenshin.detection.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.maths.Ranks;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trial.TextFeatures;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutOfFoldTest {
    private static OutOfFold of(Labelled data, int labels) {
        int[][] features = data.samples.stream()
                .map(sample -> TextFeatures.of(sample.source()))
                .toArray(int[][]::new);
        return new OutOfFold(features, label(data.samples), labels, 1);
    }

    private static int[] label(List<Sample> samples) {
        return samples.stream().mapToInt(Sample::label).toArray();
    }

    @Test
    void labelsThatTextTellsAreToldOfSamplesThatTheModelHasNotSeen() {
        Labelled data = new Labelled(3, 1).told(600);

        OutOfFold model = of(data, 3);

        for (int of = 0; of < 3; of++) {
            assertThat(Ranks.auc(model.scores(of), OutOfFold.has(label(data.samples), of)))
                    .isGreaterThan(0.99);
        }
    }

    @Test
    void labelsThatNothingTellsAreNotRemembered() {
        Labelled data = new Labelled(2, 2).untold(600);

        assertThat(Ranks.auc(of(data, 2).scores(0), OutOfFold.has(label(data.samples), 0)))
                .isBetween(0.4, 0.6);
    }

    @Test
    void twinsAreInOneFoldSoThatNoneVouchesForTheOther() {
        Labelled data = new Labelled(2, 3).untold(300);
        List<Sample> twins = List.copyOf(data.samples);
        for (Sample twin : twins) {
            data.samples.add(new Sample(twin.id() + "b", twin.code(), twin.label(), new float[0][], new float[0]));
        }

        OutOfFold model = of(data, 2);

        for (int i = 0; i < 300; i++) {
            assertThat(model.fold(i)).isEqualTo(model.fold(300 + i));
        }
        assertThat(Ranks.auc(model.scores(0), OutOfFold.has(label(data.samples), 0)))
                .isBetween(0.4, 0.6);
    }

    @Test
    void ofTwoLabelsEachSaysTheContraryOfTheOther() {
        OutOfFold model = of(new Labelled(2, 4).told(300), 2);

        for (int i = 0; i < 300; i++) {
            assertThat(model.scores(1)[i]).isEqualTo(-model.scores(0)[i]);
            assertThat(model.scoresOf(i)).containsExactly(model.scores(0)[i], model.scores(1)[i]);
        }
        assertThat(model.weight(1, 0, 5)).isEqualTo(-model.weight(0, 0, 5));
    }

    @Test
    void theTwinOfASampleIsScoredByTheModelThatHasSeenNeither() {
        Labelled data = new Labelled(2, 5).told(300);
        OutOfFold model = of(data, 2);

        for (int i = 0; i < 300; i++) {
            int[] features = TextFeatures.of(data.samples.get(i).source());
            assertThat(model.fold(features)).isEqualTo(model.fold(i));
        }
        int[] other = TextFeatures.of(Code.of(Labelled.code(new Random(99), "leak")));
        assertThat(model.fold(other)).isBetween(0, OutOfFold.FOLDS - 1);
        assertThat(model.scores(other, model.fold(other))[1]).isPositive();
    }

    @Test
    void oneLabelIsNothingToTellApart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutOfFold(new int[3][0], new int[3], 1, 1))
                .withMessageContaining("at least two labels");
        assertThatIllegalArgumentException().isThrownBy(() -> new OutOfFold(new int[3][0], new int[2], 2, 1));
    }
}
