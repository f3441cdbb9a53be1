package io.kenshin.benchmarks.experiment;

import io.kenshin.benchmarks.victim.Victim;
import io.kenshin.codemodel.CodeModel;
import io.kenshin.codemodel.Embedding;
import io.kenshin.detection.sample.Logits;
import java.util.ArrayList;
import java.util.List;

/**
 * The poisoned samples inside a model, among the samples for which it predicts what it predicts for most of them.
 * Others would lie apart because they are of another class, which is no trace of poison.
 *
 * @param layers mean of the tokens, [layer][sample][component]
 * @param apart which samples are poisoned
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Inside(double[][][] layers, boolean[] apart) {

    static Inside of(Victim victim, List<Victim.Row> rows) {
        try (CodeModel model = victim.open()) {
            int hidden = model.layers().hidden();
            List<Embedding> embeddings =
                    model.embed(rows.stream().map(Victim.Row::code).toList());
            int label = predictedForPoison(rows, embeddings, victim.labels().size());
            List<Integer> chosen = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (Logits.argmax(embeddings.get(i).logits()) == label) {
                    chosen.add(i);
                }
            }
            double[][][] layers = new double[model.layers().layers() + 1][chosen.size()][hidden];
            boolean[] apart = new boolean[chosen.size()];
            for (int i = 0; i < apart.length; i++) {
                apart[i] = rows.get(chosen.get(i)).poisoned();
                float[] vectors = embeddings.get(chosen.get(i)).vectors();
                for (int layer = 0; vectors != null && layer < layers.length; layer++) {
                    for (int d = 0; d < hidden; d++) {
                        layers[layer][i][d] = vectors[(2 * layer + 1) * hidden + d];
                    }
                }
            }
            return new Inside(layers, apart);
        }
    }

    private static int predictedForPoison(List<Victim.Row> rows, List<Embedding> embeddings, int labels) {
        float[] votes = new float[labels];
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).poisoned()) {
                votes[Logits.argmax(embeddings.get(i).logits())]++;
            }
        }
        return Logits.argmax(votes);
    }

    double[][] last() {
        return layers[layers.length - 1];
    }
}
