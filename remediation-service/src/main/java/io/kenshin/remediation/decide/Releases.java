package io.kenshin.remediation.decide;

import io.kenshin.contracts.Sha256;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.contracts.remediation.SampleState;
import io.kenshin.contracts.rest.FalsePositives;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import io.kenshin.remediation.cases.RemediationCase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The memory of what people released. The same evidence does not raise the same sample again; other evidence does.
 * And it is what the false positives are counted from.
 */
@ApplicationScoped
public class Releases {
    private final Database database;

    Releases(Database database) {
        this.database = database;
    }

    /** A short name of what a trigger is, the same in every scan that finds it. */
    public static String evidence(TriggerReport trigger) {
        return HexFormat.of()
                .formatHex(Sha256.start().digest(trigger.identity().getBytes(StandardCharsets.UTF_8)), 0, 8);
    }

    /** Evidence of each finding, by trigger id. */
    public static Map<String, String> evidence(List<TriggerReport> triggers) {
        Map<String, String> byId = new HashMap<>();
        triggers.forEach(trigger -> byId.put(trigger.id(), evidence(trigger)));
        return byId;
    }

    /**
     * Of some findings, the samples that people released for the same reason before. Looked up one by one: a join is
     * every finding with every release where the table's statistics are from when it was small.
     */
    public Set<String> remembered(String dataset, List<SampleFinding> findings, Map<String, String> evidence) {
        List<Map<String, String>> rows = findings.stream()
                .map(finding -> Map.of(
                        "sample_id", finding.sampleId(),
                        "evidence", evidence.getOrDefault(String.valueOf(finding.triggerId()), "")))
                .toList();
        return new HashSet<>(database.atLength(session -> Sql.of("select r.sample_id from "
                        + Sql.rows("r", "sample_id text, evidence text") + " cross join lateral"
                        + " (select 1 as known from release_memory m where m.dataset = :dataset"
                        + " and m.sample_id = r.sample_id and m.evidence = r.evidence limit 1) as m")
                .withJson("r", rows)
                .with("dataset", dataset)
                .list(session, row -> row.text("sample_id"))));
    }

    /** Follows a decision: released samples are remembered, quarantined ones forgotten. */
    static Uni<Integer> follow(Mutiny.Session session, RemediationCase about, List<String> samples, boolean released) {
        String members = "select :dataset, sample_id, evidence, case_id from case_sample where case_id = :id"
                + " and sample_id = " + Sql.anyOf("samples");
        String sql = released
                ? "insert into release_memory (dataset, sample_id, evidence, case_id) " + members
                        + " on conflict do nothing"
                : "delete from release_memory where (dataset, sample_id, evidence, case_id) in (" + members + ")";
        return Sql.of(sql)
                .with("dataset", about.dataset)
                .with("id", about.id)
                .executeInPieces(session, "samples", samples, id -> id);
    }

    List<FalsePositives> falsePositives() {
        return database.transaction(session -> Sql.of("select c.dataset, count(distinct s.sample_id) as found,"
                        + " count(distinct s.sample_id) filter (where s.state = :released) as released"
                        + " from remediation_case c join case_sample s on s.case_id = c.id"
                        + " group by c.dataset order by c.dataset")
                .with("released", SampleState.RELEASED.text())
                .list(session, row -> {
                    long found = row.count("found");
                    long released = row.count("released");
                    double rate = found == 0 ? 0 : (double) released / found;
                    return new FalsePositives(row.text("dataset"), found, released, rate);
                }));
    }
}
