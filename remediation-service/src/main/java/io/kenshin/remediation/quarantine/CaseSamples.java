package io.kenshin.remediation.quarantine;

import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.outbox.Database;
import io.kenshin.remediation.policy.Policies;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What people decide about the samples of a case. Each decision keeps what was before, so that it can be undone. */
@ApplicationScoped
public class CaseSamples {
    static final String QUARANTINED = "quarantined";
    static final String RELEASED = "released";
    static final String REVIEW = "review";

    private static final String DONE = "done";
    private static final String WAITING = "waiting for a second person";
    private static final String UNDONE = "undone";

    private final Database database;
    private final Cases cases;
    private final Policies policies;
    private final Event<CaseOpener.Opened> opened;

    CaseSamples(Database database, Cases cases, Policies policies, Event<CaseOpener.Opened> opened) {
        this.database = database;
        this.cases = cases;
        this.policies = policies;
        this.opened = opened;
    }

    /** A sample of a case. */
    public record Member(
            String sampleId,
            @Nullable String externalId,
            @Nullable String source,
            String decision,
            String state,
            @Nullable String reason) {}

    /** A decision as it was taken. */
    public record Decision(
            long id,
            String action,
            String actor,
            @Nullable String approver,
            String reason,
            String state,
            int samples,
            Instant happened) {}

    /**
     * What to do with which samples.
     *
     * @param samples null for all
     * @param reason required
     * @param revision revision of the case that the person looked at; null to decide whatever has happened since
     */
    public record Choice(
            @Nullable List<String> samples,
            @Nullable String reason,
            @Nullable Integer revision) {}

    public List<Member> list(String caseId) {
        cases.find(caseId);
        return database.transaction(session -> members(session, caseId));
    }

    /** Ids of the samples that a case holds back. */
    public List<String> quarantined(String caseId) {
        return list(caseId).stream()
                .filter(member -> member.state().equals(QUARANTINED))
                .map(Member::sampleId)
                .toList();
    }

    private static Uni<List<Member>> members(Mutiny.Session session, String caseId) {
        return session.createNativeQuery(
                        "select sample_id, external_id, source, decision, state, reason from case_sample"
                                + " where case_id = :id order by sample_id",
                        Object[].class)
                .setParameter("id", caseId)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Member(
                                (String) row[0],
                                (String) row[1],
                                (String) row[2],
                                (String) row[3],
                                (String) row[4],
                                (String) row[5]))
                        .toList());
    }

    public List<Decision> decisions(String caseId) {
        cases.find(caseId);
        return database
                .transaction(session -> session.createNativeQuery(
                                "select id, action, actor, approver, reason, state, before, cast(happened as text)"
                                        + " from case_decision where case_id = :id order by id",
                                Object[].class)
                        .setParameter("id", caseId)
                        .getResultList())
                .stream()
                .map(row -> new Decision(
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        Releases.states((String) row[6]).size(),
                        Database.instant((String) row[7])))
                .toList();
    }

    /**
     * Quarantines or releases samples; ingest hears of it through an event. A release may have to wait for a second
     * person, as the policy says.
     *
     * @return the decision as it was kept
     */
    public Decision decide(String caseId, boolean quarantine, Choice choice, String actor) {
        String reason = choice.reason();
        if (reason == null || reason.isBlank()) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "give a reason");
        }
        RemediationCase about = cases.find(caseId);
        boolean waits = !quarantine && policies.of(about.dataset, about.model).approvals() > 1;
        String action = quarantine ? QUARANTINED : RELEASED;
        long id = locked(
                caseId,
                choice.revision(),
                (session, open) -> members(session, caseId).chain(members -> {
                    List<Map<String, String>> before = chosen(caseId, members, choice.samples());
                    return insert(session, caseId, action, actor, reason, waits ? WAITING : DONE, before)
                            .chain(key -> waits
                                    ? Cases.step(
                                                    session,
                                                    open,
                                                    actor,
                                                    before.size()
                                                            + " samples: a second person has to agree to the release")
                                            .replaceWith(key)
                                    : apply(session, open, action, ids(before), reason, actor)
                                            .replaceWith(key));
                }));
        goOn(caseId);
        return decision(caseId, id);
    }

    /** The second person agrees to a release that waits. */
    public Decision approve(String caseId, long decision, String actor) {
        locked(
                caseId,
                null,
                (session, open) -> find(session, caseId, decision).chain(row -> {
                    if (!row.state().equals(WAITING)) {
                        throw new KenshinException(ErrorCode.CONFLICT, "decision " + decision + " is " + row.state());
                    }
                    if (row.actor().equals(actor)) {
                        throw new KenshinException(
                                ErrorCode.CONFLICT,
                                "decision " + decision + " is " + actor + "'s own: another person has to agree");
                    }
                    return session.createNativeQuery(
                                    "update case_decision set state = :done, approver = :actor where id = :id")
                            .setParameter("done", DONE)
                            .setParameter("actor", actor)
                            .setParameter("id", decision)
                            .executeUpdate()
                            .chain(() -> apply(session, open, row.action(), ids(row.before()), row.reason(), actor));
                }));
        goOn(caseId);
        return decision(caseId, decision);
    }

    /** Puts the samples of a decision back to what they were, where nothing later was decided about them. */
    public Decision undo(String caseId, long decision, String actor) {
        locked(
                caseId,
                null,
                (session, open) -> find(session, caseId, decision).chain(row -> {
                    if (row.state().equals(UNDONE)) {
                        throw new KenshinException(ErrorCode.CONFLICT, "decision " + decision + " is undone already");
                    }
                    Uni<Integer> mark = session.createNativeQuery(
                                    "update case_decision set state = :undone where id = :id")
                            .setParameter("undone", UNDONE)
                            .setParameter("id", decision)
                            .executeUpdate();
                    String why = "decision " + decision + " undone";
                    return row.state().equals(WAITING)
                            ? mark.chain(() -> Cases.step(session, open, actor, why))
                            : mark.chain(() -> members(session, caseId)).chain(now -> {
                                Set<String> unchanged = new HashSet<>();
                                now.stream()
                                        .filter(member -> member.state().equals(row.action()))
                                        .forEach(member -> unchanged.add(member.sampleId()));
                                Uni<Integer> all = Uni.createFrom().item(0);
                                for (String state : List.of(QUARANTINED, RELEASED, REVIEW)) {
                                    List<String> back = row.before().stream()
                                            .filter(one -> state.equals(one.get("state")))
                                            .map(one -> String.valueOf(one.get("sample_id")))
                                            .filter(unchanged::contains)
                                            .toList();
                                    all = back.isEmpty()
                                            ? all
                                            : all.chain(() -> apply(session, open, state, back, why, actor));
                                }
                                return all;
                            });
                }));
        return decision(caseId, decision);
    }

    /** Releases what is not released yet, for a case that turned out to be none. */
    Uni<Integer> releaseAll(Mutiny.Session session, RemediationCase open, String reason, String actor) {
        return members(session, open.id).chain(members -> {
            List<String> held = members.stream()
                    .filter(member -> !member.state().equals(RELEASED))
                    .map(Member::sampleId)
                    .toList();
            return held.isEmpty() ? Uni.createFrom().item(0) : apply(session, open, RELEASED, held, reason, actor);
        });
    }

    private interface Locked<T> {
        Uni<T> run(Mutiny.Session session, RemediationCase open);
    }

    private <T> T locked(String caseId, @Nullable Integer revision, Locked<T> work) {
        return database.transaction(session -> session.find(
                        RemediationCase.class, caseId, LockModeType.PESSIMISTIC_WRITE)
                .chain(open -> {
                    if (open == null) {
                        throw new KenshinException(ErrorCode.NOT_FOUND, "no case " + caseId);
                    }
                    Cases.expect(open, revision);
                    open.revision++;
                    return work.run(session, open);
                }));
    }

    private static List<Map<String, String>> chosen(
            String caseId, List<Member> members, @Nullable List<String> samples) {
        Set<String> wanted = samples == null ? null : new HashSet<>(samples);
        List<Map<String, String>> before = members.stream()
                .filter(member -> wanted == null || wanted.contains(member.sampleId()))
                .map(member -> Map.of("sample_id", member.sampleId(), "state", member.state()))
                .toList();
        if (wanted != null && before.size() < wanted.size()) {
            members.forEach(member -> wanted.remove(member.sampleId()));
            throw new KenshinException(
                    ErrorCode.NOT_FOUND, wanted.size() + " samples are not in case " + caseId + ": " + wanted);
        }
        return before;
    }

    private static List<String> ids(List<Map<String, String>> before) {
        return before.stream().map(one -> String.valueOf(one.get("sample_id"))).toList();
    }

    private static Uni<Long> insert(
            Mutiny.Session session,
            String caseId,
            String action,
            String actor,
            String reason,
            String state,
            List<Map<String, String>> before) {
        return session.createNativeQuery(
                        "insert into case_decision (case_id, action, actor, reason, state, before)"
                                + " values (:id, :action, :actor, :reason, :state, :before) returning id",
                        Long.class)
                .setParameter("id", caseId)
                .setParameter("action", action)
                .setParameter("actor", actor)
                .setParameter("reason", reason)
                .setParameter("state", state)
                .setParameter("before", Json.write(before))
                .getSingleResult();
    }

    private record Row(String action, String actor, String reason, String state, List<Map<String, String>> before) {}

    private static Uni<Row> find(Mutiny.Session session, String caseId, long decision) {
        return session.createNativeQuery(
                        "select action, actor, reason, state, before from case_decision where id = :id and case_id = :case",
                        Object[].class)
                .setParameter("id", decision)
                .setParameter("case", caseId)
                .getResultList()
                .map(rows -> {
                    if (rows.isEmpty()) {
                        throw new KenshinException(
                                ErrorCode.NOT_FOUND, "case " + caseId + " has no decision " + decision);
                    }
                    Object[] row = rows.get(0);
                    return new Row(
                            (String) row[0], (String) row[1], (String) row[2], (String) row[3], Releases.states((String)
                                    row[4]));
                });
    }

    private Decision decision(String caseId, long id) {
        return decisions(caseId).stream()
                .filter(decision -> decision.id() == id)
                .findFirst()
                .orElseThrow();
    }

    /** A review is over when no sample waits for it and some are held; it goes on when some wait again. */
    private static Uni<?> settle(Mutiny.Session session, RemediationCase open, String state) {
        if (open.state == CaseState.QUARANTINED && state.equals(REVIEW)) {
            open.state = CaseState.REVIEW;
        }
        if (open.state != CaseState.REVIEW) {
            return Uni.createFrom().voidItem();
        }
        return members(session, open.id).invoke(members -> {
            boolean waits = members.stream().anyMatch(member -> member.state().equals(REVIEW));
            boolean holds = members.stream().anyMatch(member -> member.state().equals(QUARANTINED));
            open.state = holds && !waits ? CaseState.QUARANTINED : CaseState.REVIEW;
        });
    }

    /** What was decided may have ended a review: from there on it goes as with a case that needed none. */
    private void goOn(String caseId) {
        if (cases.find(caseId).state == CaseState.QUARANTINED) {
            opened.fire(new CaseOpener.Opened(caseId));
        }
    }

    /** What a decision does: the samples' state, the memory of releases, the history and the event. */
    private static Uni<Integer> apply(
            Mutiny.Session session,
            RemediationCase open,
            String state,
            List<String> samples,
            String reason,
            String actor) {
        boolean quarantine = state.equals(QUARANTINED);
        String event = quarantine ? RemediationEvents.SAMPLES_QUARANTINED : RemediationEvents.SAMPLES_RELEASED;
        return session.createNativeQuery("update case_sample set state = :state, reason = :reason where case_id = :id"
                        + " and sample_id in (select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)))")
                .setParameter("state", state)
                .setParameter("reason", reason)
                .setParameter("id", open.id)
                .setParameter("ids", Json.write(samples))
                .executeUpdate()
                .chain(() -> settle(session, open, state))
                .chain(() -> Releases.follow(session, open, samples, state.equals(RELEASED)))
                .chain(() -> Cases.step(session, open, actor, samples.size() + " samples " + state + ": " + reason))
                .chain(() -> Cases.publish(session, event, open, samples, reason));
    }
}
