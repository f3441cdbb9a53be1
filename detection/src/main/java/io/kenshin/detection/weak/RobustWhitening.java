package io.kenshin.detection.weak;

import io.kenshin.detection.maths.Covariance;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * SPECTRE (Hayase, Kong, Somani and Oh, ICML 2021): whitening by a covariance that poison has little say in, then the
 * quantum entropy (QUE) score, which weighs each direction by how much variance is left in it.
 *
 * <p>The robust covariance is that of the half with the least distances, iterated (concentration steps of the minimum
 * covariance determinant, Rousseeuw and Van Driessen, 1999), in place of SPECTRE's filter.
 */
public final class RobustWhitening extends PerLabelView {
    private static final int COMPONENTS = 32;
    private static final int STEPS = 6;
    private static final double ALPHA = 4;

    @Override
    public String name() {
        return "robust-whitening";
    }

    @Override
    double[] score(double[][] vectors, long seed) {
        Covariance plain = Covariance.fit(vectors);
        int components = Math.min(COMPONENTS, vectors.length / 4);
        double[][] points = new double[vectors.length][];
        for (int i = 0; i < points.length; i++) {
            points[i] = plain.project(vectors[i], components);
        }
        double[][] whitened = whiten(points);
        return que(whitened);
    }

    private static double[][] whiten(double[][] points) {
        // A dense group hides from a covariance that it took part in: start from medians.
        double[] distances = medianDistances(points);
        Covariance robust = Covariance.fit(nearest(points, distances));
        for (int step = 0; step < STEPS; step++) {
            for (int i = 0; i < points.length; i++) {
                distances[i] = norm(robust.whiten(points[i], points[i].length));
            }
            robust = Covariance.fit(nearest(points, distances));
        }
        double[][] whitened = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            whitened[i] = robust.whiten(points[i], points[i].length);
        }
        return whitened;
    }

    /** Squared distances from the coordinates' medians in units of their median absolute deviation. */
    private static double[] medianDistances(double[][] points) {
        double[] distances = new double[points.length];
        for (int d = 0; d < points[0].length; d++) {
            int at = d;
            double median = median(Arrays.stream(points).mapToDouble(point -> point[at]));
            double deviation =
                    Math.max(1e-9, median(Arrays.stream(points).mapToDouble(point -> Math.abs(point[at] - median))));
            for (int i = 0; i < points.length; i++) {
                double out = (points[i][d] - median) / deviation;
                distances[i] += out * out;
            }
        }
        return distances;
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double[][] nearest(double[][] points, double[] distances) {
        Integer[] order = new Integer[points.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(distances[a], distances[b]));
        double[][] core = new double[Math.min(points.length, Math.max(2 * points[0].length, points.length / 2))][];
        for (int i = 0; i < core.length; i++) {
            core[i] = points[order[i]];
        }
        return core;
    }

    /** QUE: xᵀ exp(α (Σ − I) / (‖Σ‖ − 1)) x, computed along the eigenvectors of the whitened covariance Σ. */
    private static double[] que(double[][] whitened) {
        Covariance left = Covariance.fit(whitened);
        double span = Math.max(1e-9, left.values()[0] - 1);
        double[] scores = new double[whitened.length];
        for (int i = 0; i < scores.length; i++) {
            double[] along = left.project(whitened[i], whitened[i].length);
            for (int c = 0; c < along.length; c++) {
                scores[i] += Math.exp(ALPHA * (left.values()[c] - left.values()[0]) / span) * along[c] * along[c];
            }
        }
        return scores;
    }

    private static double norm(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return sum;
    }
}
