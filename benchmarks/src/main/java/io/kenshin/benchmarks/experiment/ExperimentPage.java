package io.kenshin.benchmarks.experiment;

import io.kenshin.audit.report.HtmlReport.Format;
import io.kenshin.audit.report.Page;
import io.kenshin.detection.projection.TSne;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The experiment as one page that needs nothing else. */
final class ExperimentPage {
    private static final int SIZE = 420;
    private static final double PERPLEXITY = 30;

    private ExperimentPage() {}

    static String of(Result result, Inside inPoisoned, Inside inTwin) {
        Format number = value -> value == null ? "–" : text("%.3f", value);
        Format fine = value -> value == null ? "–" : text("%.4f", value);
        return Page.render(
                Objects.requireNonNull(ExperimentPage.class.getResourceAsStream("/experiment/page.html")),
                Map.of(
                        "result", result,
                        "rate", text("%.1f %%", 100 * result.rate()),
                        "success", text("%.1f %%", 100 * result.attackSuccess()),
                        "natural", text("%.1f %%", 100 * result.natural()),
                        "number", number,
                        "fine", fine,
                        "poisonedMap", svg(inPoisoned),
                        "twinMap", svg(inTwin)));
    }

    private static String svg(Inside inside) {
        double[][] map = TSne.map(inside.last(), PERPLEXITY, null);
        boolean[] apart = inside.apart();
        double most = 1e-9;
        for (double[] at : map) {
            most = Math.max(most, Math.max(Math.abs(at[0]), Math.abs(at[1])));
        }
        StringBuilder svg = new StringBuilder(text("<svg role=\"img\" viewBox=\"0 0 %d %d\">", SIZE, SIZE));
        for (int group = 0; group < 2; group++) {
            for (int i = 0; i < map.length; i++) {
                if (apart[i] == (group == 1)) {
                    svg.append(text(
                            "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%s\"/>",
                            apart[i] ? "p" : "o",
                            SIZE / 2.0 + map[i][0] / most * (SIZE / 2.0 - 8),
                            SIZE / 2.0 - map[i][1] / most * (SIZE / 2.0 - 8),
                            apart[i] ? "3" : "2.2"));
                }
            }
        }
        return svg.append("</svg>").toString();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
