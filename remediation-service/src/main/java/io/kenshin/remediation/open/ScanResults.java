package io.kenshin.remediation.open;

import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.scan.ScanSummary;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The findings and the ends of scans as they come in; which of them are complete, in whatever order they came. */
@ApplicationScoped
public class ScanResults {
    private static final Sql FINDINGS = Sql.of("insert into finding (scan_id, sample_id, data)"
            + " select r.scan_id, r.sample_id, r.data from "
            + Sql.rows("r", "scan_id text, sample_id text, data text") + " on conflict do nothing");
    private static final Sql END = Sql.of("insert into scan_end (scan_id, verdict, summary)"
            + " values (:id, :verdict, :summary) on conflict do nothing");
    private static final Sql WAITING =
            Sql.of("select summary, (select count(*) from finding where scan_id = :id) as findings"
                    + " from scan_end where scan_id = :id and verdict in ('poisoned', 'suspicious')"
                    + " and not exists (select 1 from remediation_case where scan_id = :id)");
    private static final Sql OF_SCAN = Sql.of("select data from finding where scan_id = :id order by sample_id");

    private final Database database;

    ScanResults(Database database) {
        this.database = database;
    }

    /** A scan that ended badly, with all its findings, and no case yet. */
    record Complete(ScanSummary summary, List<SampleFinding> findings) {}

    /** Notes findings; the same one twice is one. */
    void add(List<SampleFinding> findings) {
        List<Map<String, String>> rows = findings.stream()
                .map(finding -> Map.of(
                        "scan_id", finding.scanId(), "sample_id", finding.sampleId(), "data", Json.write(finding)))
                .toList();
        database.persistently(session -> FINDINGS.withJson("r", rows).execute(session));
    }

    /** Notes how a scan ended. */
    void end(String scanId, String verdict, Object summary) {
        database.persistently(session -> END.with("id", scanId)
                .with("verdict", verdict)
                .withJson("summary", summary)
                .execute(session));
    }

    /** Counts first: a scan may have very many findings, which come in some hundreds at a time. */
    Optional<Complete> complete(String scanId) {
        return database.persistently(session -> WAITING.with("id", scanId)
                        .first(
                                session,
                                row -> new Waiting(row.json("summary", ScanSummary.class), row.count("findings"))))
                .filter(waiting -> waiting.findings() >= waiting.summary().findings())
                .map(waiting -> new Complete(waiting.summary(), of(scanId)));
    }

    private record Waiting(ScanSummary summary, long findings) {}

    private List<SampleFinding> of(String scanId) {
        return database.atLength(session ->
                OF_SCAN.with("id", scanId).list(session, row -> row.json("data", SampleFinding.class)));
    }
}
