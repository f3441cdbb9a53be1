package io.kenshin.detection.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShapesTest {
    private final Random random = new Random(8);

    private List<Sample> samples(int count, int label, double shift) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] vector = new float[4];
            for (int d = 0; d < vector.length; d++) {
                vector[d] = (float) (random.nextGaussian() + shift);
            }
            samples.add(new Sample("s", "", label, new float[][] {vector, {i, -i}}, new float[0]));
        }
        return samples;
    }

    @Test
    void aLabelIsStoodForByABoundedChoiceOfItsSamples() {
        float[][][][] chosen = Shapes.choose(samples(300, 0, 0), 2, 1);

        assertThat(chosen.length).isEqualTo(2);
        assertThat(chosen[0].length).isEqualTo(2);
        assertThat(chosen[0][0]).hasDimensions(Shapes.MOST, 4);
        assertThat(chosen[0][1]).hasDimensions(Shapes.MOST, 2);
        assertThat(chosen[1].length).isZero();
    }

    @Test
    void viewsOfOneSampleStayTogetherAndTheSeedSaysWhichAreChosen() {
        List<Sample> samples = samples(300, 0, 0);
        float[][][][] chosen = Shapes.choose(samples, 1, 1);

        for (int i = 0; i < Shapes.MOST; i++) {
            int position = (int) chosen[0][1][i][0];
            assertThat(chosen[0][0][i]).isSameAs(samples.get(position).views()[0]);
        }
        assertThat(Shapes.choose(samples, 1, 1)[0][1]).isDeepEqualTo(chosen[0][1]);
    }

    @Test
    void eachViewOfALabelWithEightSamplesHasAShape() {
        List<Sample> samples = samples(8, 0, 0);
        samples.addAll(samples(7, 1, 0));

        List<Shape> shapes = Shapes.measure(Shapes.choose(samples, 2, 1), null, 1);

        assertThat(shapes).extracting(Shape::label).containsExactly(0, 0);
        assertThat(shapes).extracting(Shape::view).containsExactly(0, 1);
        assertThat(shapes).allMatch(shape -> shape.samples() == 8 && shape.change() == null);
    }

    @Test
    void aLabelThatMovedIsFartherFromItsBaselineThanOneThatDidNot() {
        float[][][][] before = Shapes.choose(samples(60, 0, 0), 1, 1);

        Shape still = Shapes.measure(Shapes.choose(samples(60, 0, 0), 1, 1), before, 1)
                .get(0);
        Shape moved = Shapes.measure(Shapes.choose(samples(60, 0, 2), 1, 1), before, 1)
                .get(0);

        assertThat(still.change()).isNotNull();
        assertThat(moved.change()).isNotNull();
        assertThat(moved.change().p()).isLessThan(0.01);
        assertThat(still.change().p()).isGreaterThan(0.01);
        assertThat(moved.change().energy())
                .isGreaterThan(10 * Math.abs(still.change().energy()));
        assertThat(moved.change().frechet()).isGreaterThan(8);
    }
}
