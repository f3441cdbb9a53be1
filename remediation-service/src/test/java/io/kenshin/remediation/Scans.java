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
        return new TriggerReport(
                "t1",
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
                null);
    }

    /** A scan of 100 samples that found some, as analysis-service says it. */
    static String scan(String scan, String dataset, String word, Decision decision, String... samples) {
        return scan(scan, dataset, "m", word, decision, samples);
    }

    static String scan(String scan, String dataset, String model, String word, Decision decision, String... samples) {
        for (String sample : samples) {
            send(
                    Topics.FINDINGS,
                    sample,
                    SampleFinding.TYPE,
                    new SampleFinding("s-" + scan, sample, null, "src", "clean", decision, 1, List.of(), "t1"));
        }
        Verdict verdict = decision == Decision.QUARANTINE ? Verdict.POISONED : Verdict.SUSPICIOUS;
        end(new ScanSummary(
                "s-" + scan,
                dataset,
                model,
                1,
                "/models/m/1",
                List.of("clean", "defective"),
                verdict,
                "1 proven trigger",
                100,
                samples.length,
                List.of(trigger(word, decision == Decision.QUARANTINE))));
        String id = "c-" + scan;
        await("case " + id, () -> given().get("/api/v1/cases/" + id).statusCode() == 200);
        return id;
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
