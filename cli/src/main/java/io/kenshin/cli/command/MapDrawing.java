package io.kenshin.cli.command;

import io.kenshin.contracts.rest.ScanMap;
import io.kenshin.fleet.client.Api;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** A map as a picture: a colour for each label, a ring around every finding. */
final class MapDrawing {
    private static final int SIZE = 900;
    private static final int MARGIN = 30;
    private static final int LEGEND = 26;
    /** Okabe and Ito's colours, which people of all colour vision can tell apart. */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442");

    private static final String FINDING = "#c1121f";

    private MapDrawing() {}

    static String svg(ScanMap map) {
        List<ScanMap.Point> points = new ArrayList<>(map.points());
        // Findings on top.
        points.sort(Comparator.comparing(point -> point.decision() != null));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        TreeSet<String> labels = new TreeSet<>();
        for (ScanMap.Point point : points) {
            low = Math.min(low, Math.min(point.x(), point.y()));
            high = Math.max(high, Math.max(point.x(), point.y()));
            labels.add(point.label());
        }
        List<String> order = List.copyOf(labels);
        StringBuilder svg = new StringBuilder(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"14\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
                SIZE, SIZE + LEGEND));
        double scale = (SIZE - 2 * MARGIN) / Math.max(1e-9, high - low);
        for (ScanMap.Point point : points) {
            boolean found = point.decision() != null;
            String title = point.sampleId() + ", " + point.label()
                    + (point.decision() == null ? "" : ", " + Api.word(point.decision()));
            svg.append(format(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%s\" fill=\"%s\" fill-opacity=\"0.6\"%s><title>%s</title>"
                            + "</circle>%n",
                    MARGIN + (point.x() - low) * scale,
                    MARGIN + (high - point.y()) * scale,
                    found ? "4" : "2.5",
                    colour(order.indexOf(point.label())),
                    found ? " stroke=\"" + FINDING + "\" stroke-width=\"1.6\"" : "",
                    escaped(title)));
        }
        int x = MARGIN;
        for (String label : order) {
            svg.append(format(
                    "<circle cx=\"%d\" cy=\"%d\" r=\"5\" fill=\"%s\"/><text x=\"%d\" y=\"%d\">%s</text>%n",
                    x, SIZE + 4, colour(order.indexOf(label)), x + 12, SIZE + 9, escaped(label)));
            x += 40 + 9 * label.length();
        }
        svg.append(format(
                "<circle cx=\"%d\" cy=\"%d\" r=\"5\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\"/><text x=\"%d\""
                        + " y=\"%d\">finding</text>%n</svg>%n",
                x, SIZE + 4, FINDING, x + 12, SIZE + 9));
        return svg.toString();
    }

    private static String colour(int index) {
        return COLOURS.get(Math.floorMod(index, COLOURS.size()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
