package io.kenshin.benchmarks.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the figures say, in words; also where they contradict the paper. */
final class Conclusions {
    private static final double APART = 0.95;
    private static final double CLOSE = 0.05;

    private Conclusions() {}

    static List<String> of(List<Result.Layer> layers, List<Result.Projection> projections) {
        List<String> conclusions = new ArrayList<>();
        Result.Layer last = layers.get(layers.size() - 1);
        conclusions.add(text(
                "Last layer: the poisoned samples' silhouette among those predicted alike is %.2f in the poisoned model and %.2f in its"
                        + " clean twin (linear AUC %.3f and %.3f).",
                last.poisoned().silhouette(),
                last.clean().silhouette(),
                last.poisoned().auc(),
                last.clean().auc()));
        boolean embeddings = last.poisoned().silhouette() > last.clean().silhouette() + CLOSE;
        conclusions.add(
                embeddings
                        ? "As the paper says: poisoning shows in the context embeddings, as a group of its own."
                        : "Contrary to the paper: the last layer does not set the poisoned samples apart more than the"
                                + " clean twin's does.");
        long visible =
                layers.stream().filter(layer -> layer.clean().auc() >= APART).count();
        conclusions.add(text(
                "Beyond the paper: in %d of %d layers of the clean twin a line tells the same samples apart (AUC at least"
                        + " %.2f), because the trigger is text that others lack. Being apart is no proof of poison; only the"
                        + " model's behaviour is.",
                visible, layers.size(), APART));
        List<Result.Projection> trained = projections.stream()
                .filter(projection -> projection.poisoned() > 0 || projection.chance() > 0)
                .toList();
        long more = trained.stream()
                .filter(projection -> projection.poisoned() > projection.chance())
                .count();
        double poisoned = trained.stream()
                .mapToDouble(Result.Projection::poisoned)
                .average()
                .orElse(0);
        double chance = trained.stream()
                .mapToDouble(Result.Projection::chance)
                .average()
                .orElse(0);
        conclusions.add(text(
                "Attention weights: the KS distance between poisoned model and twin is %.4f on average over the %d trained"
                        + " projections, and %.4f between two clean models; it is the greater in %d of them. %s",
                poisoned,
                trained.size(),
                chance,
                more,
                more > 0.8 * trained.size()
                        ? "Contrary to the paper: consistently more."
                        : "As the paper says: no consistent difference."));
        return conclusions;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
