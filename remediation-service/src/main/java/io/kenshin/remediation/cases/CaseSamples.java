package io.kenshin.remediation.cases;

import io.kenshin.contracts.Word;
import io.kenshin.contracts.finding.Decision;
import io.kenshin.contracts.finding.SampleFinding;
import io.kenshin.contracts.remediation.SampleState;
import io.kenshin.contracts.rest.CaseSample;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Row;
import io.kenshin.outbox.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The samples of cases, and what has become of each. */
@ApplicationScoped
public class CaseSamples {
    private static final Sql INSERT = Sql.of("insert into case_sample"
            + " (case_id, sample_id, external_id, source, decision, state, evidence)"
            + " select :id, r.sample_id, r.external_id, r.source, r.decision, r.state, r.evidence from "
            + Sql.rows("r", "sample_id text, external_id text, source text, decision text, state text, evidence text")
            + " on conflict do nothing");
    private static final Sql SELECT =
            Sql.of("select sample_id, external_id, source, decision, state, reason from case_sample"
                    + " where case_id = :id order by sample_id");
    private static final Sql UPDATE = Sql.of("update case_sample set state = :state, reason = :reason"
            + " where case_id = :id and sample_id = " + Sql.anyOf("ids"));

    private final Database database;
    private final Cases cases;

    CaseSamples(Database database, Cases cases) {
        this.database = database;
        this.cases = cases;
    }

    public List<CaseSample> list(String caseId) {
        cases.find(caseId);
        return database.transaction(session -> list(session, caseId));
    }

    /** Ids of the samples that a case holds back. */
    public List<String> quarantined(String caseId) {
        return list(caseId).stream()
                .filter(sample -> sample.state() == SampleState.QUARANTINED)
                .map(CaseSample::sampleId)
                .toList();
    }

    /** As {@link #list(String)}, within the caller's transaction. */
    public static Uni<List<CaseSample>> list(Mutiny.Session session, String caseId) {
        return SELECT.with("id", caseId).list(session, CaseSamples::sample);
    }

    private static CaseSample sample(Row row) {
        return new CaseSample(
                row.text("sample_id"),
                row.optionalText("external_id").orElse(null),
                row.optionalText("source").orElse(null),
                Decision.valueOf(row.text("decision").toUpperCase(Locale.ROOT)),
                Word.of(SampleState.class, row.text("state")),
                row.optionalText("reason").orElse(null));
    }

    /**
     * Adds what was found to a case; what it has already stays as it is.
     *
     * @param quarantined ids of the samples that are held back; the others wait for a person
     * @param evidence by trigger id
     * @return how many samples are new to the case
     */
    public static Uni<Integer> add(
            Mutiny.Session session,
            String caseId,
            List<SampleFinding> findings,
            Set<String> quarantined,
            Map<String, String> evidence) {
        return INSERT.with("id", caseId)
                .executeInPieces(session, "r", findings, finding -> row(finding, quarantined, evidence));
    }

    private static Map<String, @Nullable String> row(
            SampleFinding finding, Set<String> quarantined, Map<String, String> evidence) {
        boolean held = quarantined.contains(finding.sampleId());
        Map<String, @Nullable String> row = new HashMap<>();
        row.put("sample_id", finding.sampleId());
        row.put("external_id", finding.externalId());
        row.put("source", finding.source());
        row.put("decision", finding.decision().name().toLowerCase(Locale.ROOT));
        row.put("state", (held ? SampleState.QUARANTINED : SampleState.REVIEW).text());
        row.put("evidence", evidence.getOrDefault(String.valueOf(finding.triggerId()), ""));
        return row;
    }

    /** Says what has become of some samples, and why. */
    public static Uni<Integer> set(
            Mutiny.Session session, String caseId, List<String> samples, SampleState state, String reason) {
        return UPDATE.with("state", state.text())
                .with("reason", reason)
                .with("id", caseId)
                .executeInPieces(session, "ids", samples, id -> id);
    }
}
