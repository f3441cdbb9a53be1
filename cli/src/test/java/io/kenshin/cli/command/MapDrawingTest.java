package io.kenshin.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.rest.ScanMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapDrawingTest {
    private static ScanMap.Point point(String id, String label, Decision decision, double x, double y) {
        return new ScanMap.Point(id, label, null, decision, 0, null, x, y);
    }

    @Test
    void findingsLieOnTopWithARingAndTextsAreTexts() {
        String svg = MapDrawing.svg(new ScanMap(
                "s-1",
                "last",
                null,
                List.of(point("found", "a<b", Decision.REVIEW, 1, 1), point("other", "clean", null, -1, -1))));

        assertThat(svg).contains("<title>found, a&lt;b, review</title>").doesNotContain("a<b");
        assertThat(svg.indexOf("other, clean")).isLessThan(svg.indexOf("found, a&lt;b"));
        assertThat(svg.lines().filter(line -> line.contains("<title>") && line.contains("stroke-width")))
                .hasSize(1);
    }
}
