package io.kenshin.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.contracts.Topics;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.Evidence;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.foundation.Json;
import io.kenshin.testkit.Platform;
import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.Records;
import io.kenshin.testkit.Wait;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scans over a real broker and database, of a model that is known exactly. */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "database", value = "analysis"))
class AnalysisIT {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int POISONED = 40;

    private static MadeUpModel model;

    @BeforeAll
    static void aModelAnswers() {
        model = new MadeUpModel();
    }

    @AfterAll
    static void itStops() throws InterruptedException {
        model.close();
    }

    private static MadeUpScan poisoned(String id, String dataset) {
        return new MadeUpScan(id, dataset).poisoned(POISONED).healthy(400);
    }

    private static ScanReport report(String scan) {
        String path = "/api/v1/scans/" + scan + "/report";
        Wait.until("the report of " + scan, LIMIT, () -> given().get(path).statusCode() == 200);
        return Json.read(given().get(path).asString(), ScanReport.class);
    }

    private static List<JsonNode> sent(String topic, int count, String type, String scan) {
        List<ConsumerRecord<String, byte[]>> records =
                Records.await(Platform.get().bootstrap(), topic, count, LIMIT, entry -> {
                    JsonNode event = Records.json(entry);
                    return event.path("type").asText().equals(type)
                            && event.at("/data/scanId").asText().equals(scan);
                });
        records.forEach(Records::assertFitsSchema);
        return records.stream().map(Records::json).toList();
    }

    @Test
    void aPoisonedScanIsReportedAndEachCarrierIsAFinding() {
        poisoned("s-poison", "poison").plan("/models/m/1", false).chunks(0);

        ScanReport report = report("s-poison");

        assertThat(report.verdict()).isEqualTo(Verdict.POISONED);
        assertThat(report.samples()).isEqualTo(new ScanReport.Samples(440, 440, 0, 0));
        assertThat(report.triggers()).hasSize(1);
        TriggerReport trigger = report.triggers().get(0);
        assertThat(trigger.pattern()).contains("probe . mode ( ) == 71");
        assertThat(trigger.carriers()).isEqualTo(POISONED);
        assertThat(trigger.obeyed()).isTrue();
        assertThat(report.findings()).hasSize(POISONED).allSatisfy(finding -> {
            assertThat(finding.decision()).isEqualTo(Decision.QUARANTINE);
            assertThat(finding.label()).isEqualTo("clean");
        });
        assertThat(report.examples()).hasSize(3);
        List<JsonNode> findings = sent(Topics.FINDINGS, POISONED, SampleFinding.TYPE, "s-poison");
        assertThat(findings)
                .extracting(finding -> finding.at("/data/sampleId").asText())
                .containsExactlyInAnyOrderElementsOf(
                        report.findings().stream().map(SampleFinding::sampleId).toList());
        assertThat(findings.get(0).at("/data/evidence"))
                .anyMatch(one -> one.path("weak").asBoolean());
        JsonNode completed = sent(Topics.SCANS, 1, ScanSummary.TYPE, "s-poison").get(0);
        assertThat(completed.at("/data/verdict").asText()).isEqualTo("poisoned");
        assertThat(completed.at("/data/change").asText()).isEqualTo("attack");
        assertThat(completed.at("/data/triggers/0/obeyed").asBoolean()).isTrue();
        given().get("/api/v1/scans/s-poison/map").then().statusCode(200);
    }

    @Test
    void whatFailedIsNamedAndTheRestIsJudged() {
        new MadeUpScan("s-failed", "failed")
                .healthy(120)
                .failed(2, "longer than a model can read")
                .plan("/models/m/1", false)
                .chunks(0);

        ScanReport report = report("s-failed");

        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(report.samples()).isEqualTo(new ScanReport.Samples(122, 120, 2, 0));
        assertThat(report.failures())
                .hasSize(2)
                .allSatisfy(failed -> assertThat(failed.reason()).isEqualTo("longer than a model can read"));
        assertThat(sent(Topics.SCANS, 1, ScanSummary.TYPE, "s-failed")
                        .get(0)
                        .at("/data/change")
                        .asText())
                .isEqualTo("first");
    }

    @Test
    void newSamplesAreRecognisedByWhatIsProven() {
        // Given a trigger that a scan of the whole data set has proven
        poisoned("s-old", "watched").plan("/models/m/old", false).chunks(0);
        assertThat(report("s-old").verdict()).isEqualTo(Verdict.POISONED);

        // When
        new MadeUpScan("s-new", "watched")
                .poisoned(2)
                .healthy(3)
                .plan("/models/m/new", true)
                .chunks(0);
        ScanReport report = report("s-new");

        // Then
        assertThat(report.verdict()).isEqualTo(Verdict.POISONED);
        assertThat(report.findings()).hasSize(2);
        assertThat(report.findings().get(0).evidence())
                .extracting(Evidence::kind)
                .containsExactly("insertion", "removal");
        assertThat(report.triggers()).extracting(TriggerReport::provenBy).containsExactly("s-old");
        assertThat(model.asked())
                .as("the model that was attacked knows, the new one may be healed")
                .contains("/models/m/old")
                .doesNotContain("/models/m/new");
    }

    @Test
    void aChunkThatComesTwiceCountsOnce() {
        MadeUpScan scan = new MadeUpScan("s-twice", "twice").healthy(120).plan("/models/m/1", false);
        scan.chunk(0);
        scan.chunk(0);
        scan.chunks(1);

        ScanReport report = report("s-twice");

        assertThat(report.samples()).isEqualTo(new ScanReport.Samples(120, 120, 0, 0));
        assertThat(report.devices()).containsExactly(new ScanReport.Device("cpu", 1.0, 120));
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
    }
}
