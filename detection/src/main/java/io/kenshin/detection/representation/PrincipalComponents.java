package io.kenshin.detection.representation;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** The first principal components of vectors, by the eigenvectors of their covariance. */
@SuppressWarnings("ArrayRecordComponent") // owned
public record PrincipalComponents(double[] mean, double[][] axes) {

    /**
     * Fits the components.
     *
     * @param vectors [sample][dimension], at least two
     * @param components how many to keep, at most the dimension
     */
    public static PrincipalComponents fit(float[][] vectors, int components) {
        int n = vectors.length;
        int d = vectors[0].length;
        if (n < 2) {
            throw new IllegalArgumentException("principal components need at least two vectors");
        }
        double[] mean = new double[d];
        for (float[] vector : vectors) {
            for (int i = 0; i < d; i++) {
                mean[i] += vector[i] / n;
            }
        }
        DMatrixRMaj covariance = new DMatrixRMaj(d, d);
        double[] sums = covariance.data;
        double[] centred = new double[d];
        for (float[] vector : vectors) {
            for (int i = 0; i < d; i++) {
                centred[i] = vector[i] - mean[i];
            }
            for (int i = 0; i < d; i++) {
                double left = centred[i];
                for (int j = i; j < d; j++) {
                    sums[i * d + j] += left * centred[j];
                }
            }
        }
        for (int i = 0; i < d; i++) {
            for (int j = i; j < d; j++) {
                sums[i * d + j] /= n - 1;
                sums[j * d + i] = sums[i * d + j];
            }
        }
        return new PrincipalComponents(mean, largest(covariance, Math.min(components, d)));
    }

    private static double[][] largest(DMatrixRMaj covariance, int components) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(covariance.numRows, true, true);
        if (!eigen.decompose(covariance)) {
            throw new ArithmeticException("the covariance has no eigenvectors: are there NaN in the vectors?");
        }
        Integer[] order = new Integer[eigen.getNumberOfEigenvalues()];
        java.util.Arrays.setAll(order, i -> i);
        java.util.Arrays.sort(
                order,
                (a, b) -> Double.compare(
                        eigen.getEigenvalue(b).getReal(), eigen.getEigenvalue(a).getReal()));
        double[][] axes = new double[components][];
        for (int i = 0; i < components; i++) {
            axes[i] = eigen.getEigenVector(order[i]).data.clone();
        }
        return axes;
    }

    /** Coordinates of a vector along the components. */
    public double[] project(float[] vector) {
        double[] coordinates = new double[axes.length];
        for (int c = 0; c < axes.length; c++) {
            double sum = 0;
            for (int i = 0; i < vector.length; i++) {
                sum += axes[c][i] * (vector[i] - mean[i]);
            }
            coordinates[c] = sum;
        }
        return coordinates;
    }
}
