package io.kenshin.audit.report;

import io.kenshin.audit.embedding.EmbeddingFact;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Two lines over the layers, side by side: likeness to the base, and separation of the labels. */
final class LayerPlot {
    private static final int WIDTH = 380;
    private static final int HEIGHT = 190;
    private static final int LEFT = 40;
    private static final int TOP = 24;

    private LayerPlot() {}

    static String svg(List<EmbeddingFact> facts) {
        boolean based = facts.stream().noneMatch(fact -> Double.isNaN(fact.cosine()));
        StringBuilder svg = new StringBuilder(text(
                "<svg role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\">", 2 * WIDTH + 40, HEIGHT + 40, 2 * WIDTH + 40));
        if (based) {
            panel(svg, 0, "cosine with the base", facts, EmbeddingFact::cosine);
        }
        panel(svg, based ? WIDTH + 20 : 0, "silhouette of the predicted labels", facts, EmbeddingFact::silhouette);
        return svg.append("</svg>").toString();
    }

    private static void panel(
            StringBuilder svg, int x, String title, List<EmbeddingFact> facts, ToDoubleFunction<EmbeddingFact> value) {
        double low = Math.min(0, facts.stream().mapToDouble(value).min().orElse(0));
        double high = Math.max(0.1, facts.stream().mapToDouble(value).max().orElse(1));
        svg.append(text("<text x=\"%d\" y=\"14\">%s</text>", x + LEFT, title));
        for (int tick = 0; tick <= 4; tick++) {
            double at = low + (high - low) * tick / 4;
            double y = TOP + HEIGHT * (1 - tick / 4.0);
            svg.append(text(
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/><text x=\"%d\" y=\"%.1f\""
                            + " text-anchor=\"end\">%.2f</text>",
                    x + LEFT, x + WIDTH, y, y, x + LEFT - 6, y + 4, at));
        }
        StringBuilder path = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        for (EmbeddingFact fact : facts) {
            double px = x + LEFT + (WIDTH - LEFT) * (double) fact.layer() / Math.max(1, facts.size() - 1);
            double py = TOP + HEIGHT * (1 - (value.applyAsDouble(fact) - low) / (high - low));
            path.append(text("%s%.1f %.1f", path.isEmpty() ? "M" : "L", px, py));
            dots.append(text(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\"><title>layer %d: %.3f</title></circle>"
                            + "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>",
                    px, py, fact.layer(), value.applyAsDouble(fact), px, TOP + HEIGHT + 14, fact.layer()));
        }
        svg.append("<path d=\"").append(path).append("\"/>").append(dots);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
