package io.kenshin.detection.representation;

import io.kenshin.detection.Sample;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

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

    /** All clusters of at least {@value #LEAST} members, the densest first. */
    public static List<Cluster> find(List<Sample> samples, int labels, long seed) {
        List<Cluster> clusters = new ArrayList<>();
        for (int label = 0; label < labels; label++) {
            List<Integer> rows = new ArrayList<>();
            for (int i = 0; i < samples.size(); i++) {
                if (samples.get(i).label() == label) {
                    rows.add(i);
                }
            }
            int views = samples.isEmpty() ? 0 : samples.get(0).views().length;
            for (int view = 0; view < views && rows.size() >= 2 * COMPONENTS; view++) {
                clusters.addAll(cut(samples, rows, label, view, seed));
            }
        }
        clusters.sort(Comparator.comparingDouble(Cluster::cohesion).reversed());
        return clusters;
    }

    private static List<Cluster> cut(List<Sample> samples, List<Integer> rows, int label, int view, long seed) {
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
