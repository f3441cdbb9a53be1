package io.kenshin.audit.parameter;

import ai.onnx.proto.OnnxMl.GraphProto;
import io.kenshin.audit.parameter.AttentionWeights.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Attention weights and biases against the base model's. A weak signal: Hussain et al. 2024 found no consistent
 * difference between clean and poisoned models there, and neither do we; it is shown, and never decides.
 */
public final class ParameterComparison {
    private static final int POWER_STEPS = 30;

    private ParameterComparison() {}

    /** Every projection that both models have in the same place and size. */
    public static List<ParameterFact> compare(GraphProto model, GraphProto base) {
        List<Map<String, Projection>> own = AttentionWeights.of(model);
        List<Map<String, Projection>> other = AttentionWeights.of(base);
        List<ParameterFact> facts = new ArrayList<>();
        for (int layer = 0; layer < Math.min(own.size(), other.size()); layer++) {
            Map<String, Projection> before = other.get(layer);
            int number = layer + 1;
            own.get(layer).forEach((kind, now) -> {
                Projection was = before.get(kind);
                if (was != null && was.weight().length == now.weight().length) {
                    facts.add(fact(number, kind, now, was));
                }
            });
        }
        return facts;
    }

    private static ParameterFact fact(int layer, String kind, Projection now, Projection was) {
        double change = 0;
        double length = 0;
        for (int i = 0; i < now.weight().length; i++) {
            double difference = now.weight()[i] - was.weight()[i];
            change += difference * difference;
            length += (double) was.weight()[i] * was.weight()[i];
        }
        float[] bias = now.bias();
        float[] wasBias = was.bias();
        return new ParameterFact(
                layer,
                kind,
                Math.sqrt(change / Math.max(1e-30, length)),
                kolmogorovSmirnov(now.weight(), was.weight()),
                bias == null || wasBias == null ? null : kolmogorovSmirnov(bias, wasBias),
                spectralNorm(now),
                spectralNorm(was));
    }

    /** Largest difference between two empirical distribution functions. */
    static double kolmogorovSmirnov(float[] a, float[] b) {
        float[] x = sorted(a);
        float[] y = sorted(b);
        int i = 0;
        int j = 0;
        double most = 0;
        while (i < x.length && j < y.length) {
            float at = Math.min(x[i], y[j]);
            while (i < x.length && x[i] <= at) {
                i++;
            }
            while (j < y.length && y[j] <= at) {
                j++;
            }
            most = Math.max(most, Math.abs((double) i / x.length - (double) j / y.length));
        }
        return most;
    }

    private static float[] sorted(float[] values) {
        float[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    /** Largest singular value, by power iteration on the product of the matrix with its transpose. */
    static double spectralNorm(Projection projection) {
        int columns = projection.columns();
        int rows = projection.weight().length / columns;
        double[] vector = new double[columns];
        for (int i = 0; i < columns; i++) {
            vector[i] = 1 + (i % 7) / 7.0;
        }
        double norm = 0;
        for (int step = 0; step < POWER_STEPS; step++) {
            double[] image = new double[rows];
            double[] back = new double[columns];
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    image[row] += projection.weight()[row * columns + column] * vector[column];
                }
                for (int column = 0; column < columns; column++) {
                    back[column] += projection.weight()[row * columns + column] * image[row];
                }
            }
            double length = length(back);
            norm = Math.sqrt(length / Math.max(1e-30, length(vector)));
            for (int column = 0; column < columns; column++) {
                vector[column] = back[column] / Math.max(1e-30, length);
            }
        }
        return norm;
    }

    private static double length(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
