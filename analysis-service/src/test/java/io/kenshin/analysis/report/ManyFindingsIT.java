package io.kenshin.analysis.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.analysis.MadeUpReport;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.Evidence;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.sample.SampleId;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Lease;
import io.kenshin.outbox.Leases;
import io.kenshin.outbox.Sql;
import io.kenshin.testkit.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The larger an attack, the more there is to say: a report of very many findings ends as any other. */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "database", value = "analysis"))
class ManyFindingsIT {
    private static final String SCAN = "s-many";
    private static final int FINDINGS = 50_000;
    private static final List<Evidence> EVIDENCE = Collections.nCopies(
            3, new Evidence("insertion", 1, "put into 200 samples of other labels, the pattern turns 198", false));

    @Inject
    Database database;

    @Inject
    Leases leases;

    @Inject
    Reports reports;

    private static SampleFinding finding(int number) {
        String id = SampleId.of("many", "int m" + number + ";", "clean");
        return new SampleFinding(SCAN, id, "mine", "repo", "clean", Decision.QUARANTINE, 1, EVIDENCE, "t1");
    }

    private long count(String of) {
        return database.transaction(
                session -> Sql.of("select count(*) as found from " + of).one(session, row -> row.count("found")));
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aReportOfFiftyThousandFindingsEndsAndEachIsAnnouncedOnce() {
        // Given a scan of 200,000 samples that found a quarter of them; the service itself waits for a second chunk
        ScanPlan plan = new ScanPlan(SCAN, "many", "m", 1, "/models/m/1", List.of("clean", "risky"), 2, 200_000, false);
        database.transaction(session -> Sql.of("insert into scan (id, plan, state, stage, done, total)"
                        + " values (:id, :plan, 'embedding', 'embed', 0, 2)")
                .with("id", SCAN)
                .withJson("plan", plan)
                .execute(session));
        ScanReport report = MadeUpReport.of(
                plan,
                Verdict.POISONED,
                IntStream.range(0, FINDINGS).mapToObj(ManyFindingsIT::finding).toList());

        // When it ends, and somebody says so again
        Lease lease = leases.take("scan " + SCAN, Leases.LENGTH).orElseThrow();
        reports.finish(plan, report, lease);
        reports.finish(plan, report, lease);

        // Then
        assertThat(count("scan where id = 's-many' and state = 'finished' and verdict = 'poisoned'"))
                .isEqualTo(1);
        assertThat(count("outbox where topic = 'kenshin.findings' and payload like '%\"s-many\"%'"))
                .isEqualTo(FINDINGS);
        assertThat(count("outbox where topic = 'kenshin.scans' and key = 's-many'"))
                .isEqualTo(1);
        String kept = given().get("/api/v1/scans/" + SCAN + "/report").asString();
        assertThat(Json.read(kept, ScanReport.class).findings()).hasSize(FINDINGS);
    }
}
