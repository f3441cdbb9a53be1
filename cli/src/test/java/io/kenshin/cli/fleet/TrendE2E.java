package io.kenshin.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.cli.DemoFleet;
import io.kenshin.cli.command.ExitCodes;
import io.kenshin.contracts.rest.TrendPoint;
import io.kenshin.contracts.scan.Change;
import io.kenshin.contracts.scan.ScanState;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Scans;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What scans say about those that were and about those to come. */
@Order(5)
class TrendE2E {
    private static DemoFleet demo;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoFleet.shared();
        demo.demo();
    }

    @Test
    void whatAScanWillCostIsKnownFromThoseThatWere() {
        double[] rates = new Scans(demo.api())
                .list().stream()
                        .filter(scan -> scan.state().ended() && scan.state() != ScanState.FAILED)
                        .filter(scan -> scan.samples() != null && scan.samples() > 0 && scan.seconds() != null)
                        .mapToDouble(scan -> scan.samples() / scan.seconds())
                        .sorted()
                        .toArray();
        assertThat(rates).isNotEmpty();
        double slowest = 0.99 * rates[0];
        double fastest = 1.01 * rates[rates.length - 1];

        JsonNode estimate = new Scans(demo.api()).estimate("demo", "demo", null, "50%");

        double samples = estimate.path("samples").asDouble();
        assertThat(samples).isCloseTo(demo.trainable() / 2.0, within(1.0));
        assertThat(estimate.path("scans").asInt()).isBetween(1, rates.length);
        assertThat(estimate.path("seconds").asDouble()).isBetween(samples / fastest, samples / slowest);
    }

    @Test
    void theTrendTellsAttacksFromDrift() {
        List<TrendPoint> trend =
                demo.api().list(Service.ANALYSIS, "/api/v1/trends?dataset=demo&model=demo", TrendPoint.class);

        assertThat(trend).anyMatch(point -> point.change() == Change.ATTACK);
        for (TrendPoint point : trend) {
            assertThat(point.change()).as(point.toString()).isIn(possible(point));
            assertThat(point.samples()).isPositive();
            assertThat(point.labels()).isNotEmpty();
        }
        Change last = trend.get(trend.size() - 1).change();
        boolean bad = last == Change.ATTACK || last == Change.SUSPECTED || last == Change.DRIFT;
        assertThat(demo.run("trend", "--dataset", "demo", "--model", "demo"))
                .isEqualTo(bad ? ExitCodes.BAD : ExitCodes.FINE);
    }

    /** A verdict leaves few words; a healthy scan has drifted only where the layers of a label have moved. */
    private static List<Change> possible(TrendPoint point) {
        return switch (point.verdict()) {
            case POISONED -> List.of(Change.ATTACK);
            case SUSPICIOUS -> List.of(Change.SUSPECTED);
            case FAILED -> List.of(Change.UNKNOWN);
            case HEALTHY ->
                point.baseline() == null
                        ? List.of(Change.FIRST)
                        : List.of(
                                Change.NEW_VERSION,
                                point.labels().stream()
                                                .anyMatch(label ->
                                                        label.moved() > 0 && 2 * label.moved() >= label.layers())
                                        ? Change.DRIFT
                                        : Change.STEADY);
        };
    }

    @Test
    void theLatestScanIsInTheMetrics() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(demo.api().url(Service.ANALYSIS) + "/q/metrics"))
                .build();

        String metrics = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();

        assertThat(metrics).containsPattern("kenshin_scan_finished_seconds\\{[^}]*change=\"[a-z-]+\",dataset=\"demo\"");
    }
}
