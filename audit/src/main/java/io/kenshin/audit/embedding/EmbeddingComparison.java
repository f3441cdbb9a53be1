package io.kenshin.audit.embedding;

import io.kenshin.codemodel.CodeModel;
import io.kenshin.codemodel.Embedding;
import io.kenshin.detection.representation.ClusterMetrics;
import io.kenshin.detection.sample.Logits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every layer's vectors of the same samples, in a model and in its base. */
public final class EmbeddingComparison {
    private EmbeddingComparison() {}

    /** @param base null when unknown */
    public static List<EmbeddingFact> compare(CodeModel model, @Nullable CodeModel base, List<String> samples) {
        List<Embedding> own = model.embed(samples);
        List<Embedding> before = base == null || !isOfTheSameShape(model, base) ? null : base.embed(samples);
        int hidden = model.layers().hidden();
        int[] predicted = new int[samples.size()];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = Logits.argmax(own.get(i).logits());
        }
        List<EmbeddingFact> facts = new ArrayList<>();
        for (int layer = 0; layer <= model.layers().layers(); layer++) {
            // The mean of the tokens, which comes second.
            int at = (2 * layer + 1) * hidden;
            double[][] vectors = vectors(own, at, hidden);
            double cosine = before == null ? Double.NaN : cosine(vectors, vectors(before, at, hidden));
            facts.add(new EmbeddingFact(layer, cosine, ClusterMetrics.silhouette(vectors, predicted, 1)));
        }
        return facts;
    }

    private static boolean isOfTheSameShape(CodeModel model, CodeModel base) {
        return base.layers().layers() == model.layers().layers()
                && base.layers().hidden() == model.layers().hidden();
    }

    private static double[][] vectors(List<Embedding> embeddings, int at, int hidden) {
        double[][] vectors = new double[embeddings.size()][hidden];
        for (int i = 0; i < vectors.length; i++) {
            float[] all = embeddings.get(i).vectors();
            for (int d = 0; all != null && d < hidden; d++) {
                vectors[i][d] = all[at + d];
            }
        }
        return vectors;
    }

    private static double cosine(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double product = 0;
            double x = 0;
            double y = 0;
            for (int d = 0; d < a[i].length; d++) {
                product += a[i][d] * b[i][d];
                x += a[i][d] * a[i][d];
                y += b[i][d] * b[i][d];
            }
            sum += product / Math.max(1e-30, Math.sqrt(x * y));
        }
        return sum / Math.max(1, a.length);
    }
}
