package io.kenshin.remediation;

import static io.kenshin.remediation.CaseCalls.post;
import static io.kenshin.remediation.CaseCalls.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import io.kenshin.remediation.open.CaseOpener;
import io.kenshin.testkit.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A case of very many samples, from the findings as they come to a decision about all of them. */
@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "remediation"),
            @ResourceArg(name = "kenshin.remediation.ingest-url", value = "http://localhost:1")
        })
class ManyFindingsIT {
    private static final int FINDINGS = 50_000;
    private static final int AT_A_TIME = 500;

    @Inject
    Database database;

    @Inject
    CaseOpener opener;

    private long count(String of) {
        return database.transaction(
                session -> Sql.of("select count(*) as found from " + of).one(session, row -> row.count("found")));
    }

    private static SampleFinding finding(int number) {
        return new SampleFinding(
                "s-many", "many" + number, null, "src", "clean", Decision.QUARANTINE, 1, List.of(), "t1");
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void aCaseOfFiftyThousandSamplesIsOpenedAndDecidedAsAnyOther() {
        // Given the end of a scan that found so many of a million
        Scans.end(new ScanSummary(
                "s-many",
                "many",
                "m",
                1,
                "/models/m/1",
                List.of("clean", "defective"),
                Verdict.POISONED,
                "1 proven trigger",
                1_000_000,
                FINDINGS,
                List.of(Scans.trigger("many", true)),
                null,
                null));
        Scans.await("the end of the scan", () -> count("scan_end where scan_id = 's-many'") == 1);

        // When its findings come
        List<SampleFinding> findings =
                IntStream.range(0, FINDINGS).mapToObj(ManyFindingsIT::finding).toList();
        for (int from = 0; from < FINDINGS; from += AT_A_TIME) {
            opener.findings(findings.subList(from, from + AT_A_TIME));
        }

        // Then all of them are held back, and a person may let all of them go
        assertThat(state("c-many")).isEqualTo("quarantined");
        assertThat(count("case_sample where case_id = 'c-many' and state = 'quarantined'"))
                .isEqualTo(FINDINGS);
        assertThat(count("outbox where key = 'c-many' and payload like '%io.kenshin.samples.quarantined.v1%'"))
                .isEqualTo(5);

        post("c-many/release", "Ada", Map.of("reason", "all of them are generated"))
                .statusCode(200);

        assertThat(count("case_sample where case_id = 'c-many' and state = 'released'"))
                .isEqualTo(FINDINGS);
        assertThat(count("release_memory where case_id = 'c-many'")).isEqualTo(FINDINGS);
        assertThat(count("outbox where key = 'c-many' and payload like '%io.kenshin.samples.released.v1%'"))
                .isEqualTo(5);
    }
}
