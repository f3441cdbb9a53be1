package io.kenshin.remediation.quarantine;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kenshin.contracts.Sha256;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
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
 * What people released. The same evidence does not raise the same sample again; other evidence does. And it is what the
 * false positives are counted from.
 */
@ApplicationScoped
public class Releases {
    private final Database database;

    Releases(Database database) {
        this.database = database;
    }

    /** A short name of what a trigger is, the same in every scan that finds it. */
    static String evidence(TriggerReport trigger) {
        return HexFormat.of()
                .formatHex(Sha256.start().digest(trigger.identity().getBytes(StandardCharsets.UTF_8)), 0, 8);
    }

    /** Evidence of each finding, by trigger id. */
    static Map<String, String> evidence(List<TriggerReport> triggers) {
        Map<String, String> byId = new HashMap<>();
        triggers.forEach(trigger -> byId.put(trigger.id(), evidence(trigger)));
        return byId;
    }

    /** Of some findings, the samples that people released for the same reason before. */
    Set<String> remembered(String dataset, List<SampleFinding> findings, Map<String, String> evidence) {
        List<Map<String, String>> rows = findings.stream()
                .map(finding -> Map.of(
                        "sample_id", finding.sampleId(),
                        "evidence", evidence.getOrDefault(String.valueOf(finding.triggerId()), "")))
                .toList();
        return new HashSet<>(database.persistently(session -> session.createNativeQuery(
                        "select m.sample_id from release_memory m"
                                + " join jsonb_to_recordset(cast(cast(:rows as text) as jsonb))"
                                + " as r(sample_id text, evidence text) using (sample_id, evidence)"
                                + " where m.dataset = :dataset",
                        String.class)
                .setParameter("rows", Json.write(rows))
                .setParameter("dataset", dataset)
                .getResultList()));
    }

    /** Follows a decision: released samples are remembered, quarantined ones forgotten. */
    static Uni<Integer> follow(Mutiny.Session session, RemediationCase about, List<String> samples, boolean released) {
        String members = "select :dataset, sample_id, evidence, case_id from case_sample where case_id = :id"
                + " and sample_id in (select jsonb_array_elements_text(cast(cast(:samples as text) as jsonb)))";
        String sql = released
                ? "insert into release_memory (dataset, sample_id, evidence, case_id) " + members
                        + " on conflict do nothing"
                : "delete from release_memory where (dataset, sample_id, evidence, case_id) in (" + members + ")";
        return session.createNativeQuery(sql)
                .setParameter("dataset", about.dataset)
                .setParameter("id", about.id)
                .setParameter("samples", Json.write(samples))
                .executeUpdate();
    }

    /**
     * How often findings were wrong.
     *
     * @param found samples that scans put into cases
     * @param released those that people released
     * @param rate released of found
     */
    public record Figures(String dataset, long found, long released, double rate) {}

    public List<Figures> figures() {
        return database
                .transaction(session -> session.createNativeQuery(
                                "select c.dataset, count(distinct s.sample_id),"
                                        + " count(distinct s.sample_id) filter (where s.state = 'released')"
                                        + " from remediation_case c join case_sample s on s.case_id = c.id"
                                        + " group by c.dataset order by c.dataset",
                                Object[].class)
                        .getResultList())
                .stream()
                .map(row -> {
                    long found = ((Number) row[1]).longValue();
                    long released = ((Number) row[2]).longValue();
                    return new Figures((String) row[0], found, released, found == 0 ? 0 : (double) released / found);
                })
                .toList();
    }

    static List<Map<String, String>> states(String json) {
        return Json.read(json, new TypeReference<List<Map<String, String>>>() {});
    }
}
