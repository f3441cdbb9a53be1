package io.kenshin.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.analysis.MadeUpReport;
import io.kenshin.analysis.report.Reports;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Lease;
import io.kenshin.outbox.LeaseLost;
import io.kenshin.outbox.Leases;
import io.kenshin.outbox.Sql;
import io.kenshin.scan.sample.ChosenSamples;
import io.kenshin.testkit.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A scan that one replica was cut off from and another goes on with. It waits for a second chunk, so that the service
 * itself leaves it alone.
 */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "database", value = "analysis"))
class TakenOverScanIT {
    private static final String SCAN = "taken-over";
    private static final ScanPlan PLAN =
            new ScanPlan(SCAN, "taken", "over", 1, "/m", List.of("clean", "risky"), 2, 64, true);

    @Inject
    Database database;

    @Inject
    Reports reports;

    @Inject
    ScanAnalysis analysis;

    @Inject
    Baselines baselines;

    private Lease stale;
    private Lease live;

    @BeforeEach
    void aScanThatChangesHands() {
        run("delete from scan where id = '" + SCAN + "'");
        run("delete from baseline where dataset = 'taken'");
        run("delete from outbox where key = '" + SCAN + "'");
        run("delete from lease where name = 'scan " + SCAN + "'");
        database.transaction(session -> Sql.of("insert into scan (id, plan, state, stage, done, total)"
                        + " values (:id, :plan, 'embedding', 'embed', 1, 2)")
                .with("id", SCAN)
                .withJson("plan", PLAN)
                .execute(session));
        stale = taken("first:1");
        run("update lease set until = now() - interval '1 second' where name = 'scan " + SCAN + "'");
        live = taken("second:1");
    }

    private Lease taken(String replica) {
        return new Leases(database, replica).take("scan " + SCAN, Leases.LENGTH).orElseThrow();
    }

    private void run(String statement) {
        database.transaction(session -> Sql.of(statement).execute(session));
    }

    private String text(String query) {
        return database.transaction(session -> Sql.of(query).one(session, row -> row.text("value")));
    }

    private String verdict() {
        return text("select coalesce(verdict, state) as value from scan where id = '" + SCAN + "'");
    }

    private String told() {
        return text("select coalesce(string_agg(cast(payload as json) -> 'data' ->> 'verdict', ' '), '') as value"
                + " from outbox"
                + " where key = '" + SCAN + "'");
    }

    private static ScanReport report(Verdict verdict) {
        return MadeUpReport.of(PLAN, verdict, List.of());
    }

    @Test
    void theVerdictIsThatOfWhoHasItNow() {
        assertThatThrownBy(() -> reports.finish(PLAN, report(Verdict.FAILED), stale))
                .isInstanceOf(LeaseLost.class);
        assertThat(verdict()).isEqualTo("embedding");

        reports.finish(PLAN, report(Verdict.POISONED), live);
        // What is finished is left alone, whoever has it.
        analysis.run(SCAN, live);

        assertThat(verdict()).isEqualTo("poisoned");
        assertThat(told()).isEqualTo("poisoned");
    }

    @Test
    void anAnalysisThatWasCutOffEndsWithoutAReport() {
        assertThatThrownBy(() -> analysis.run(SCAN, stale)).isInstanceOf(LeaseLost.class);

        assertThat(verdict()).isEqualTo("embedding");
        assertThat(told()).isEmpty();
    }

    @Test
    void laterScansAreComparedWithWhatWhoHasItNowHasKept() {
        ChosenSamples none = new ChosenSamples(List.of(), List.of("layer"), Map.of());
        assertThatThrownBy(() -> baselines.keep(PLAN, none, stale)).isInstanceOf(LeaseLost.class);
        assertThat(kept()).isEqualTo("0");

        baselines.keep(PLAN, none, live);

        assertThat(kept()).isEqualTo("1");
    }

    private String kept() {
        return text("select cast(count(*) as text) as value from baseline where dataset = 'taken'");
    }
}
