package io.kenshin.detection.representation;

import io.kenshin.detection.sample.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Measures the {@link Shape} of every label in every view, on a bounded choice of its samples. */
public final class Shapes {
    /** Vectors of a label that stand for all of them: distances between all pairs are taken. */
    static final int MOST = 160;

    private static final int LEAST = 8;
    private static final int AXES = 10;

    private Shapes() {}

    /**
     * A choice of vectors, to be a baseline later.
     *
     * @return [label][view][sample][component], at most {@value #MOST} samples of each label
     */
    public static float[][][][] choose(List<Sample> samples, int labels, long seed) {
        float[][][][] chosen = new float[labels][][][];
        for (int label = 0; label < labels; label++) {
            int wanted = label;
            List<Sample> own = new ArrayList<>(
                    samples.stream().filter(sample -> sample.label() == wanted).toList());
            Collections.shuffle(own, new Random(seed));
            List<Sample> some = own.subList(0, Math.min(MOST, own.size()));
            int views = some.isEmpty() ? 0 : some.get(0).views().length;
            chosen[label] = new float[views][some.size()][];
            for (int view = 0; view < views; view++) {
                for (int i = 0; i < some.size(); i++) {
                    chosen[label][view][i] = some.get(i).views()[view];
                }
            }
        }
        return chosen;
    }

    /**
     * Measures.
     *
     * @param now what {@link #choose} took
     * @param baseline the same of an earlier scan with the same labels and views, or null
     */
    public static List<Shape> measure(float[][][][] now, float @Nullable [][][][] baseline, long seed) {
        return IntStream.range(0, now.length)
                .boxed()
                .flatMap(label -> IntStream.range(0, now[label].length).mapToObj(view -> new int[] {label, view}))
                .filter(at -> now[at[0]][at[1]].length >= LEAST)
                .toList()
                .parallelStream()
                .map(at -> {
                    double[][] before = baseline == null || at[1] >= baseline[at[0]].length
                            ? new double[0][]
                            : doubles(baseline[at[0]][at[1]]);
                    return shape(at[0], at[1], doubles(now[at[0]][at[1]]), before, seed);
                })
                .toList();
    }

    private static Shape shape(int label, int view, double[][] points, double[][] before, long seed) {
        int[] halves = KMeans.fit(points, 2, seed);
        Shape.@Nullable Change change = before.length < LEAST
                ? null
                : new Shape.Change(
                        DistributionDistance.energy(before, points),
                        DistributionDistance.permutation(before, points, seed),
                        DistributionDistance.frechet(before, points, AXES));
        return new Shape(
                label,
                view,
                points.length,
                ClusterMetrics.silhouette(points, halves, seed),
                ClusterMetrics.daviesBouldin(points, halves),
                change);
    }

    private static double[][] doubles(float[][] vectors) {
        double[][] points = new double[vectors.length][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[vectors[i].length];
            for (int d = 0; d < points[i].length; d++) {
                points[i][d] = vectors[i][d];
            }
        }
        return points;
    }
}
