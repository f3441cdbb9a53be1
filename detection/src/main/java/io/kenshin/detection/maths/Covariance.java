package io.kenshin.detection.maths;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Mean and covariance of vectors with the eigenvectors.
 *
 * @param mean [dimension]
 * @param values eigenvalues in descending order
 * @param axes eigenvectors, [rank][dimension]
 */
@SuppressWarnings("ArrayRecordComponent") // owned
public record Covariance(double[] mean, double[] values, double[][] axes) {
    private static final int AT_A_TIME = 4;

    /**
     * Fits.
     *
     * @param vectors [sample][dimension], at least two
     * @throws ArithmeticException when the vectors hold NaN
     */
    public static Covariance fit(double[][] vectors) {
        int n = vectors.length;
        if (n < 2) {
            throw new IllegalArgumentException("a covariance needs at least two vectors");
        }
        int d = vectors[0].length;
        double[] mean = new double[d];
        for (double[] vector : vectors) {
            for (int i = 0; i < d; i++) {
                mean[i] += vector[i] / n;
            }
        }
        DMatrixRMaj covariance = new DMatrixRMaj(d, d);
        double[] sums = covariance.data;
        double[][] centred = new double[AT_A_TIME][d];
        for (int from = 0; from < n; from += AT_A_TIME) {
            for (int v = 0; v < AT_A_TIME; v++) {
                // The last few are filled up with what adds nothing.
                centre(from + v < n ? vectors[from + v] : mean, mean, centred[v]);
            }
            addProducts(centred[0], centred[1], centred[2], centred[3], sums);
        }
        for (int i = 0; i < d; i++) {
            for (int j = i; j < d; j++) {
                sums[i * d + j] /= n - 1;
                sums[j * d + i] = sums[i * d + j];
            }
        }
        return decompose(mean, covariance);
    }

    private static void centre(double[] vector, double[] mean, double[] centred) {
        for (int i = 0; i < mean.length; i++) {
            centred[i] = vector[i] - mean[i];
        }
    }

    /**
     * Upper triangle of the outer products of four vectors with themselves, one after the other to the last bit: each
     * sum is read and written once instead of four times.
     */
    private static void addProducts(double[] a, double[] b, double[] c, double[] e, double[] sums) {
        int d = a.length;
        for (int i = 0; i < d; i++) {
            int row = i * d;
            double ai = a[i];
            double bi = b[i];
            double ci = c[i];
            double ei = e[i];
            for (int j = i; j < d; j++) {
                sums[row + j] = sums[row + j] + ai * a[j] + bi * b[j] + ci * c[j] + ei * e[j];
            }
        }
    }

    private static Covariance decompose(double[] mean, DMatrixRMaj covariance) {
        int d = mean.length;
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(d, true, true);
        if (!eigen.decompose(covariance)) {
            throw new ArithmeticException("the covariance has no eigenvectors: are there NaN in the vectors?");
        }
        Integer[] order = new Integer[d];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (a, b) -> Double.compare(
                        eigen.getEigenvalue(b).getReal(), eigen.getEigenvalue(a).getReal()));
        double[] values = new double[d];
        double[][] axes = new double[d][];
        for (int i = 0; i < d; i++) {
            values[i] = Math.max(0, eigen.getEigenvalue(order[i]).getReal());
            axes[i] = eigen.getEigenVector(order[i]).data.clone();
        }
        return new Covariance(mean, values, axes);
    }

    /** Coordinates of a vector along the first components. */
    public double[] project(double[] vector, int components) {
        double[] coordinates = new double[Math.min(components, axes.length)];
        for (int c = 0; c < coordinates.length; c++) {
            for (int i = 0; i < vector.length; i++) {
                coordinates[c] += axes[c][i] * (vector[i] - mean[i]);
            }
        }
        return coordinates;
    }

    /** The same with unit variance along each component; directions without variance are left out. */
    public double[] whiten(double[] vector, int components) {
        double[] coordinates = project(vector, components);
        for (int c = 0; c < coordinates.length; c++) {
            coordinates[c] = values[c] <= 1e-9 * values[0] ? 0 : coordinates[c] / Math.sqrt(values[c]);
        }
        return coordinates;
    }
}
