package io.kenshin.remediation;

import static io.restassured.RestAssured.given;

import io.kenshin.contracts.Topics;
import io.kenshin.contracts.event.CloudEvent;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.foundation.Json;
import io.kenshin.testkit.Platform;
import io.kenshin.testkit.Records;
import io.kenshin.testkit.Wait;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Scans as analysis-service reports them, over the real broker. */
final class Scans {
    private Scans() {}

    static final Duration LIMIT = Duration.ofSeconds(60);

    static void await(String what, BooleanSupplier holds) {
        Wait.until(what, LIMIT, holds);
    }

    static TriggerReport trigger(String word, boolean confirmed) {
        return trigger("t1", word, confirmed);
    }

    static TriggerReport trigger(String id, String word, boolean confirmed) {
        return new TriggerReport(
                id,
                word,
                word,
                "span",
                "none",
                List.of(word),
                List.of(word),
                "clean",
                1,
                0,
                1,
                0.5,
                0.9,
                0,
                4,
                confirmed,
                null,
                null,
                null,
                null);
    }

    /** A scan of 100 samples that found some, as analysis-service says it. */
    static String scan(String scan, String dataset, String word, Decision decision, String... samples) {
        return scan(scan, dataset, "m", word, decision, samples);
    }

    static String scan(String scan, String dataset, String model, String word, Decision decision, String... samples) {
        for (String sample : samples) {
            finding(scan, sample, decision);
        }
        boolean proven = decision == Decision.QUARANTINE;
        ended(scan, dataset, model, samples.length, trigger(word, proven));
        return opened(scan);
    }

    /** The end of a scan of 100 samples: poisoned where the trigger is proven, else suspicious. */
    static void ended(String scan, String dataset, String model, int findings, TriggerReport... triggers) {
        end(new ScanSummary(
                "s-" + scan,
                dataset,
                model,
                1,
                "/models/m/1",
                List.of("clean", "defective"),
                Boolean.TRUE.equals(triggers[0].confirmed()) ? Verdict.POISONED : Verdict.SUSPICIOUS,
                "1 proven trigger",
                100,
                findings,
                List.of(triggers),
                null,
                null));
    }

    /** Waits for the case of a scan. */
    static String opened(String scan) {
        String id = "c-" + scan;
        await("case " + id, () -> given().get("/api/v1/cases/" + id).statusCode() == 200);
        return id;
    }

    static void finding(String scan, String sample, Decision decision) {
        finding(scan, sample, decision, "t1");
    }

    static void finding(String scan, String sample, Decision decision, String trigger) {
        send(
                Topics.FINDINGS,
                sample,
                SampleFinding.TYPE,
                new SampleFinding("s-" + scan, sample, null, "src", "clean", decision, 1, List.of(), trigger));
    }

    /** Says that a scan has ended. */
    static void end(ScanSummary summary) {
        send(Topics.SCANS, summary.scanId(), ScanSummary.TYPE, summary);
    }

    static <T> void send(String topic, String key, String type, T data) {
        Records.send(
                Platform.get().bootstrap(),
                topic,
                key,
                Json.write(CloudEvent.of(
                                type + key + data.hashCode(), "/kenshin/test", type, key, "2026-01-01T00:00:00Z", data))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
