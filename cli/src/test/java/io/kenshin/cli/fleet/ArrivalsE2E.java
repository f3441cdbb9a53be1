package io.kenshin.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.cli.DemoFleet;
import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.rest.ScanView;
import io.kenshin.contracts.scan.ScanState;
import io.kenshin.corpus.LabelledSample;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.Cases;
import io.kenshin.fleet.client.Scans;
import io.kenshin.testkit.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples that come in one by one while a watch looks. */
@Order(6)
class ArrivalsE2E {
    @TempDir
    private static Path files;

    private static DemoFleet demo;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoFleet.shared();
        demo.demo();
    }

    private static void await(String what, BooleanSupplier holds) {
        Wait.until(what, Duration.ofMinutes(2), holds);
    }

    @Test
    void aWatchJudgesNewSamplesWithinSeconds() throws IOException {
        // Given the case of a proven trigger, and a watch that has nothing to do yet
        Api api = demo.api();
        Cases cases = demo.allCases();
        String open = demo.caseIn(CaseState.PROMOTED);
        int before = cases.samples(open).size();
        int quarantined = demo.quarantined();
        String carrier = cases.samples(open).get(0).sampleId();
        String poisoned = api.get(Service.INGEST, "/api/v1/datasets/demo/samples/" + carrier)
                .path("code")
                .asText();
        api.put(
                Service.INGEST,
                "/api/v1/schedules/arrivals",
                Map.of("dataset", "demo", "model", "demo", "every", "1s", "sample", "new"));
        Path arrival = files.resolve("arrival.jsonl");

        // When samples come one after the other, every other with the trigger
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String code = i % 2 == 0 ? poisoned.replaceFirst("\\{", "{ int fresh = " + i + ";") : "int fresh" + i + ";";
            Files.writeString(arrival, Api.write(Map.of("code", code, "label", LabelledSample.CLEAN)) + "\n");
            long begin = System.nanoTime();
            api.upload(Service.INGEST, "/api/v1/datasets/demo/files?format=jsonl", arrival);
            int looks = i + 1;
            await("verdict " + looks, () -> looks().size() == looks);
            seconds.add((System.nanoTime() - begin) / 1e9);
        }
        api.delete(Service.INGEST, "/api/v1/schedules/arrivals");

        // Then each has its verdict, and the carriers have joined the case
        System.out.println("seconds from arrival to verdict: " + seconds);
        assertThat(looks()).filteredOn(ScanState.HEALTHY::equals).hasSize(3);
        assertThat(looks()).filteredOn(ScanState.POISONED::equals).hasSize(3);
        assertThat(seconds).allMatch(each -> each <= 10);
        await("the case", () -> cases.samples(open).size() == before + 3);
        await("quarantine", () -> demo.quarantined() == quarantined + 3);
        assertThat(demo.caseIn(CaseState.PROMOTED)).isEqualTo(open);
    }

    /** Verdicts of the scans of new samples. */
    private static List<ScanState> looks() {
        return new Scans(demo.api())
                .list().stream()
                        .filter(scan ->
                                "new".equals(scan.sample()) && scan.state().ended())
                        .map(ScanView::state)
                        .toList();
    }
}
