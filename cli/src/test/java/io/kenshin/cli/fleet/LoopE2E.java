package io.kenshin.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.cli.DemoFleet;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.rest.ScanMap;
import io.kenshin.contracts.rest.ScanView;
import io.kenshin.contracts.scan.ScanState;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.demo.DemoReport;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Scans;
import io.kenshin.testkit.Wait;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The loop from a poisoned data set to a promoted model on the packaged fleet, and what it leaves to look at. */
@Order(2)
class LoopE2E {
    private static DemoFleet demo;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoFleet.shared();
        demo.demo();
    }

    @Test
    void theLoopFindsProvesQuarantinesRetrainsVerifiesAndPromotes() throws IOException {
        DemoReport report = demo.demo();

        assertThat(report.verdict()).isEqualTo(Verdict.POISONED);
        assertThat(report.triggerFound()).isTrue();
        assertThat(report.recall()).isGreaterThanOrEqualTo(0.97);
        assertThat(report.falsePositiveRate()).isLessThanOrEqualTo(0.005);
        assertThat(report.promoted()).isTrue();
        assertThat(report.attackSuccess().before()).isGreaterThan(0.9);
        // Four hundred samples teach little: the full-size figures are the demo's, here the attack has to be gone.
        assertThat(report.attackSuccess().after()).isLessThan(0.25);
        Wait.until("the alias", Duration.ofMinutes(2), () -> demo.production() == 2);
    }

    private static String poisonedScan() {
        return new Scans(demo.api())
                .list().stream()
                        .filter(scan -> scan.dataset().equals("demo") && scan.state() == ScanState.POISONED)
                        .map(ScanView::id)
                        .reduce((latest, earliest) -> earliest)
                        .orElseThrow();
    }

    @Test
    void theReportSaysWhatEmbeddingCost() {
        assertThat(new Scans(demo.api()).report(poisonedScan()).devices())
                .singleElement()
                .satisfies(device -> {
                    assertThat(device.device()).isEqualTo("cpu");
                    assertThat(device.samples()).isEqualTo(400);
                    assertThat(device.seconds()).isPositive();
                });
    }

    @Test
    void theMapShowsEverySampleAndItsFindingsTogether() {
        List<ScanMap.Point> all = demo.api()
                .get(Service.ANALYSIS, "/api/v1/scans/" + poisonedScan() + "/map", ScanMap.class)
                .points();
        List<ScanMap.Point> found = all.stream()
                .filter(point -> point.decision() == Decision.QUARANTINE)
                .toList();

        assertThat(all).hasSize(400);
        assertThat(found).hasSizeBetween(38, 42);
        assertThat(spread(found)).isLessThan(spread(all) / 2);
    }

    /** Mean distance from the middle. */
    private static double spread(List<ScanMap.Point> points) {
        double x = points.stream().mapToDouble(ScanMap.Point::x).average().orElseThrow();
        double y = points.stream().mapToDouble(ScanMap.Point::y).average().orElseThrow();
        return points.stream()
                .mapToDouble(at -> Math.hypot(at.x() - x, at.y() - y))
                .average()
                .orElseThrow();
    }
}
