package io.kenshin.detection.representation;

import java.util.Random;

/** K-means with k-means++ seeding (Arthur and Vassilvitskii, 2007); the best of a few seeded starts. */
public final class KMeans {
    private static final int STARTS = 4;
    private static final int ITERATIONS = 60;

    private KMeans() {}

    /** @return the cluster of each point */
    public static int[] fit(double[][] points, int clusters, long seed) {
        int[] best = new int[points.length];
        double least = Double.POSITIVE_INFINITY;
        Random random = new Random(seed);
        for (int start = 0; start < STARTS; start++) {
            double[][] centres = plusPlus(points, Math.min(clusters, points.length), random);
            int[] assigned = new int[points.length];
            double cost = Double.POSITIVE_INFINITY;
            for (int iteration = 0; iteration < ITERATIONS; iteration++) {
                double now = assign(points, centres, assigned);
                if (now >= cost - 1e-9 * Math.abs(now)) {
                    break;
                }
                cost = now;
                move(points, centres, assigned);
            }
            if (cost < least) {
                least = cost;
                best = assigned;
            }
        }
        return best;
    }

    private static double[][] plusPlus(double[][] points, int clusters, Random random) {
        double[][] centres = new double[clusters][];
        centres[0] = points[random.nextInt(points.length)].clone();
        double[] nearest = new double[points.length];
        java.util.Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int c = 1; c < clusters; c++) {
            double sum = 0;
            for (int i = 0; i < points.length; i++) {
                nearest[i] = Math.min(nearest[i], distance(points[i], centres[c - 1]));
                sum += nearest[i];
            }
            double pick = random.nextDouble() * sum;
            int chosen = 0;
            while (chosen < points.length - 1 && (pick -= nearest[chosen]) > 0) {
                chosen++;
            }
            centres[c] = points[chosen].clone();
        }
        return centres;
    }

    private static double assign(double[][] points, double[][] centres, int[] assigned) {
        double cost = 0;
        for (int i = 0; i < points.length; i++) {
            double[] point = points[i];
            // Most points stay where they are: the others' distances then need not be summed to their end.
            int best = assigned[i];
            double least = distance(point, centres[best]);
            for (int c = 0; c < centres.length; c++) {
                double distance = c == best ? least : distance(point, centres[c], least);
                if (distance < least || (distance == least && c < best)) {
                    least = distance;
                    best = c;
                }
            }
            assigned[i] = best;
            cost += least;
        }
        return cost;
    }

    /** The squared distance, or anything above {@code most} when it is above. */
    private static double distance(double[] a, double[] b, double most) {
        double sum = 0;
        for (int i = 0; i < a.length && sum <= most; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    private static void move(double[][] points, double[][] centres, int[] assigned) {
        int[] sizes = new int[centres.length];
        for (int c = 0; c < centres.length; c++) {
            java.util.Arrays.fill(centres[c], 0);
        }
        for (int i = 0; i < points.length; i++) {
            sizes[assigned[i]]++;
            for (int d = 0; d < points[i].length; d++) {
                centres[assigned[i]][d] += points[i][d];
            }
        }
        for (int c = 0; c < centres.length; c++) {
            for (int d = 0; d < centres[c].length; d++) {
                // An emptied cluster stays where it cannot win again.
                centres[c][d] = sizes[c] == 0 ? Double.MAX_VALUE / 1e200 : centres[c][d] / sizes[c];
            }
        }
    }

    static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
