package io.kenshin.detection.representation;

import io.kenshin.detection.sample.Sample;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts each label, in each view, into more clusters than it has meanings, so that poison, which is dense, has one
 * to itself. Which one it is, this cannot say.
 *
 * <p>After the picture of Hussain et al. (2024), where poisoned samples form islands in the t-SNE map of the context
 * embeddings; K-means on the first {@value #COMPONENTS} principal components makes it usable without a picture.
 */
public final class OverClustering {
    private static final int COMPONENTS = 10;
    private static final int[] GRAINS = {12, 24};
    private static final int LEAST = 4;

    private OverClustering() {}

    /**
     * One cluster.
     *
     * @param view index of the view that shows it
     * @param label label of its members
     * @param members positions among the samples
     * @param cohesion mean squared distance of the label's samples to their centre over that of the members to
     *     theirs: how much denser than its label the cluster is
     */
    public record Cluster(int view, int label, BitSet members, double cohesion) {}

    /** All clusters of at least {@value #LEAST} members, the densest first; the same on any number of cores. */
    public static List<Cluster> find(List<Sample> samples, int labels, long seed) {
        int views = samples.isEmpty() ? 0 : samples.get(0).views().length;
        List<List<Integer>> rows = new ArrayList<>();
        for (int label = 0; label < labels; label++) {
            rows.add(new ArrayList<>());
        }
        for (int i = 0; i < samples.size(); i++) {
            rows.get(samples.get(i).label()).add(i);
        }
        return IntStream.range(0, labels * views)
                .parallel()
                .mapToObj(i -> cut(samples, rows.get(i / views), i / views, i % views, seed))
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(Cluster::cohesion).reversed())
                .toList();
    }

    private static List<Cluster> cut(List<Sample> samples, List<Integer> rows, int label, int view, long seed) {
        if (rows.size() < 2 * COMPONENTS) {
            return List.of();
        }
        float[][] vectors =
                rows.stream().map(row -> samples.get(row).views()[view]).toArray(float[][]::new);
        double[][] points = PrincipalComponents.of(vectors, COMPONENTS);
        double whole = spread(points);
        List<Cluster> clusters = new ArrayList<>();
        for (int grain : GRAINS) {
            int[] assigned = KMeans.fit(points, grain, seed);
            for (int c = 0; c < grain; c++) {
                BitSet members = new BitSet();
                List<double[]> inside = new ArrayList<>();
                for (int i = 0; i < assigned.length; i++) {
                    if (assigned[i] == c) {
                        members.set(rows.get(i));
                        inside.add(points[i]);
                    }
                }
                if (inside.size() >= LEAST) {
                    double own = spread(inside.toArray(double[][]::new));
                    clusters.add(new Cluster(view, label, members, whole / Math.max(own, 1e-9)));
                }
            }
        }
        return clusters;
    }

    private static double spread(double[][] points) {
        double[] centre = new double[points[0].length];
        for (double[] point : points) {
            for (int d = 0; d < centre.length; d++) {
                centre[d] += point[d] / points.length;
            }
        }
        double sum = 0;
        for (double[] point : points) {
            sum += KMeans.distance(point, centre);
        }
        return sum / points.length;
    }
}
