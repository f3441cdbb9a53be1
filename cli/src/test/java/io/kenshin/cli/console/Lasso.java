package io.kenshin.cli.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.List;

/** A hand that draws a lasso on the map. */
final class Lasso {
    private static final int STEPS = 32;
    /** A few findings may lie apart from their cluster. */
    private static final double PART = 0.95;

    private Lasso() {}

    /** Draws a circle around the middle of some points that holds most of them. */
    static void drawAround(Page page, List<JsonNode> points) {
        List<double[]> at = points.stream().map(point -> pixel(page, point)).toList();
        double x = median(at, 0);
        double y = median(at, 1);
        List<Double> distances = at.stream()
                .map(one -> Math.hypot(one[0] - x, one[1] - y))
                .sorted()
                .toList();
        double radius = distances.get((int) (PART * (distances.size() - 1))) + 4;
        page.mouse().move(x + radius, y);
        page.mouse().down();
        for (int i = 1; i <= STEPS; i++) {
            double angle = 2 * Math.PI * i / STEPS;
            page.mouse().move(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        }
        page.mouse().up();
    }

    private static double[] pixel(Page page, JsonNode point) {
        Object at = page.evaluate(
                "([x, y]) => { const map = document.querySelector('kenshin-map'); const box = map.querySelector('.canvas')"
                        + ".getBoundingClientRect(); const [a, b] = map.chart.convertToPixel({ gridIndex: 0 }, [x, y]);"
                        + " return [a + box.x, b + box.y]; }",
                List.of(point.path("x").asDouble(), point.path("y").asDouble()));
        List<?> pair = (List<?>) at;
        return new double[] {((Number) pair.get(0)).doubleValue(), ((Number) pair.get(1)).doubleValue()};
    }

    private static double median(List<double[]> points, int axis) {
        return points.stream().mapToDouble(at -> at[axis]).sorted().toArray()[points.size() / 2];
    }
}
