package io.kenshin.remediation.decide;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kenshin.contracts.Word;
import io.kenshin.contracts.remediation.DecisionState;
import io.kenshin.contracts.remediation.SampleState;
import io.kenshin.contracts.rest.CaseDecision;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.outbox.Row;
import io.kenshin.outbox.Sql;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * A decision as the database keeps it.
 *
 * @param action what its samples become
 * @param before what its samples were, so that it can be undone
 */
record KeptDecision(
        long id,
        SampleState action,
        String actor,
        @Nullable String approver,
        String reason,
        DecisionState state,
        List<Before> before,
        Instant happened) {
    /** How versions until 0.1.0 keep it. They have to run beside this one, so this one writes it like them. */
    private static final String SELECT = "select id, action, actor, approver, reason, state, before, happened"
            + " from case_decision where case_id = :case";

    /** What a sample was. */
    record Before(String sampleId, SampleState state) {
        private Map<String, String> kept() {
            return Map.of("sample_id", sampleId, "state", state.text());
        }

        private static Before of(Map<String, String> kept) {
            return new Before(
                    String.valueOf(kept.get("sample_id")),
                    Word.of(SampleState.class, String.valueOf(kept.get("state"))));
        }
    }

    /** All of a case, the earliest first. */
    static Uni<List<KeptDecision>> list(Mutiny.Session session, String caseId) {
        return Sql.of(SELECT + " order by id").with("case", caseId).list(session, KeptDecision::of);
    }

    /** @throws KenshinException when the case has no such decision */
    static Uni<KeptDecision> find(Mutiny.Session session, String caseId, long id) {
        return Sql.of(SELECT + " and id = :id")
                .with("case", caseId)
                .with("id", id)
                .first(session, KeptDecision::of)
                .map(found -> found.orElseThrow(
                        () -> new KenshinException(ErrorCode.NOT_FOUND, "case " + caseId + " has no decision " + id)));
    }

    private static KeptDecision of(Row row) {
        List<Map<String, String>> before = row.json("before", new TypeReference<List<Map<String, String>>>() {});
        return new KeptDecision(
                row.count("id"),
                Word.of(SampleState.class, row.text("action")),
                row.text("actor"),
                row.optionalText("approver").orElse(null),
                row.text("reason"),
                Word.of(DecisionState.class, row.text("state")),
                before.stream().map(Before::of).toList(),
                row.instant("happened"));
    }

    /** Keeps a new one and answers its id. */
    static Uni<Long> insert(Mutiny.Session session, String caseId, New decision) {
        return Sql.of("insert into case_decision (case_id, action, actor, reason, state, before)"
                        + " values (:case, :action, :actor, :reason, :state, :before) returning id")
                .with("case", caseId)
                .with("action", decision.action().text())
                .with("actor", decision.actor())
                .with("reason", decision.reason())
                .with("state", decision.state().text())
                .withJson("before", decision.before().stream().map(Before::kept).toList())
                .one(session, row -> row.count("id"));
    }

    /** A decision that is being taken. */
    record New(SampleState action, String actor, String reason, DecisionState state, List<Before> before) {}

    /** Says how it stands now. */
    Uni<Integer> become(Mutiny.Session session, DecisionState now) {
        return Sql.of("update case_decision set state = :state where id = :id")
                .with("state", now.text())
                .with("id", id)
                .execute(session);
    }

    /** A second person agreed. */
    Uni<Integer> approved(Mutiny.Session session, String by) {
        return Sql.of("update case_decision set state = :state, approver = :actor where id = :id")
                .with("state", DecisionState.DONE.text())
                .with("actor", by)
                .with("id", id)
                .execute(session);
    }

    List<String> samples() {
        return before.stream().map(Before::sampleId).toList();
    }

    /** Of some samples, those that were in a state before. */
    List<String> were(SampleState then, Set<String> among) {
        return before.stream()
                .filter(one -> one.state() == then && among.contains(one.sampleId()))
                .map(Before::sampleId)
                .toList();
    }

    CaseDecision view() {
        return new CaseDecision(
                id, action, actor, approver, reason, state, before.size(), happened, state == DecisionState.WAITING);
    }
}
