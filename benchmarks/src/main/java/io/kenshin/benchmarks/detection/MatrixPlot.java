package io.kenshin.benchmarks.detection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Mean recall of every detector on every family, a line per family; tuning cases are left out. */
final class MatrixPlot {
    private static final int LEFT = 170;
    private static final int WIDTH = 520;
    private static final int STEP = 28;
    private static final int TOP = 46;

    private MatrixPlot() {}

    static String svg(List<PublishedDetector> detectors) {
        Map<String, Map<String, Double>> families = new TreeMap<>();
        for (PublishedDetector detector : detectors) {
            detector.recall()
                    .forEach((family, recall) -> families.computeIfAbsent(family, key -> new LinkedHashMap<>())
                            .put(detector.detector(), recall));
        }
        int height = TOP + STEP * families.size() + 20;
        StringBuilder svg = new StringBuilder();
        svg.append(text(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"sans-serif\" font-size=\"12\">%n",
                LEFT + WIDTH + 30, height));
        svg.append("<style>text{fill:#333}line{stroke:#bbb}@media(prefers-color-scheme:dark){text{fill:#ddd}"
                + "line{stroke:#555}}</style>\n");
        svg.append("<circle cx=\"20\" cy=\"14\" r=\"6\" fill=\"#0a7d4b\"/><text x=\"32\" y=\"18\">kenshin</text>");
        svg.append("<circle cx=\"110\" cy=\"14\" r=\"4\" fill=\"none\" stroke=\"#b5541c\" stroke-width=\"1.5\"/>"
                + "<text x=\"122\" y=\"18\">every other detector (scores at the best threshold with hindsight, 1 %"
                + " false positives)</text>\n");
        for (int tick = 0; tick <= 4; tick++) {
            int x = LEFT + WIDTH * tick / 4;
            svg.append(text("<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>", x, x, TOP - 8, height - 22));
            svg.append(text("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%.2f</text>%n", x, height - 6, tick / 4.0));
        }
        int y = TOP;
        for (Map.Entry<String, Map<String, Double>> family : families.entrySet()) {
            svg.append(
                    text("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LEFT - 12, y + 8, family.getKey()));
            int at = y + 4;
            family.getValue().forEach((detector, recall) -> svg.append(dot(detector, recall, at)));
            svg.append('\n');
            y += STEP;
        }
        return svg.append("</svg>\n").toString();
    }

    private static String dot(String detector, double recall, int y) {
        double x = LEFT + WIDTH * recall;
        String title = text("<title>%s %.2f</title>", detector, recall);
        return detector.equals(KenshinDetector.NAME)
                ? text("<circle cx=\"%.1f\" cy=\"%d\" r=\"6\" fill=\"#0a7d4b\">%s</circle>", x, y, title)
                : text(
                        "<circle cx=\"%.1f\" cy=\"%d\" r=\"4\" fill=\"none\" stroke=\"#b5541c\" stroke-width=\"1.5\">%s"
                                + "</circle>",
                        x, y, title);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
